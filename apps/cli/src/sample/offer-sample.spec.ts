import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Reporter } from '../logs/reporter.ts';

import { offerSample, type SampleOffer } from './offer-sample.ts';
import { SampleApi } from './sample-api.ts';

describe('sample conversation', () => {
  let folder = '';
  let server: Server;
  let calls: string[] = [];
  let conversations: unknown[] = [];
  let clipStatus = 202;
  let said = '';
  const reporter = new Reporter((text) => (said += text));

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'afterword-sample-'));
    writeFileSync(path.join(folder, 'a.wav'), 'sound');
    [calls, conversations, clipStatus, said] = [[], [], 202, ''];
    server = createServer((request, response) => {
      void answer(request).then((status) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        const items = request.url === '/agents' ? [{ name: 'financial' }] : conversations;
        response.end(JSON.stringify({ items, id: 'cnv_1' }));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  async function answer(request: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = await request.toArray();
    const key = String(request.headers['idempotency-key'] ?? '');
    calls.push(`${request.method ?? ''} ${request.url ?? ''} ${key}`.trim());
    if (request.url?.endsWith('/clips') !== true) return 200;
    const body = Buffer.concat(chunks).toString();
    expect(body.indexOf('name="speaker"')).toBeLessThan(body.indexOf('name="file"'));
    return clipStatus;
  }

  const offer = (): SampleOffer => ({
    sample: { title: 'Two people', clips: [{ file: path.join(folder, 'a.wav'), speaker: 'Ada' }] },
    project: {
      ...{ name: 'Their plan', currency: 'USD', timeZone: 'UTC' },
      conversations: [{ title: 'Money', turns: [{ speaker: 'Ada', text: 'We paid 300.' }] }],
      document: { fileName: 'expenses.csv', text: 'Item,Amount\n' },
      plan: { budget: [], goals: [], milestones: [] },
    },
    api: new SampleApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    dataFolder: folder,
    page: 'http://127.0.0.1:1/app',
  });

  const WHOLE = [
    'GET /conversations',
    'POST /projects sample-project',
    'PUT /projects/cnv_1/plan',
    'POST /projects/cnv_1/documents sample-document',
    'POST /conversations sample-talk-0',
    'POST /conversations/cnv_1/exchanges sample-talk-0-exchange',
    'POST /conversations sample-conversation',
    'POST /conversations/cnv_1/clips sample-clip-0',
    'GET /agents',
    'POST /projects/cnv_1/reports sample-report-financial',
  ];

  it('is posted on the first start and never again', async () => {
    await offerSample(offer(), reporter);
    await offerSample(offer(), reporter);
    expect(calls).toEqual(WHOLE);
    expect(said).toContain('http://127.0.0.1:1/app/conversations/cnv_1');
    expect(said).toContain('http://127.0.0.1:1/app/projects/cnv_1');
  });

  it('is not posted when there are conversations already', async () => {
    conversations = [{}];
    await offerSample(offer(), reporter);
    conversations = [];
    await offerSample(offer(), reporter);
    expect(calls).toEqual(['GET /conversations']);
  });

  it('is completed by the next start with the same idempotency keys', async () => {
    clipStatus = 503;
    await offerSample(offer(), reporter);
    expect(said).toContain('was not added');
    [clipStatus, conversations, calls] = [202, [{}], []];
    await offerSample(offer(), reporter);
    expect(calls).toEqual(WHOLE.slice(1));
  });
});
