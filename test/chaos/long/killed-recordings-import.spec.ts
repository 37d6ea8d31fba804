import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ZipFile } from 'yazl';
import type { Import } from '#contracts/api';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { query } from '../../support/query.ts';
import { pidOf, startStack, type Stack } from '../../support/stack.ts';

/** Enough that each step takes a second. */
const TALKS = 200;
const SAMPLE_RATE_HZ = 16_000;

jest.setTimeout(5 * 60_000);

let stack: Stack;
let api: ApiClient;

beforeAll(async () => {
  stack = await startStack({ AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS: '2000' });
  api = new ApiClient(stack.baseUrl);
});

afterAll(() => stack.stop());

/** A second of noise, so that no two recordings are the same. */
function recording(): Buffer {
  const samples = randomBytes(SAMPLE_RATE_HZ * 2);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE_HZ, 24);
  header.writeUInt32LE(SAMPLE_RATE_HZ * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** Two people speak in each recording. */
function subtitles(talk: string): Buffer {
  return Buffer.from(
    [
      `1\n00:00:00,000 --> 00:00:00,400\nAda: We begin ${talk}.\n`,
      `2\n00:00:00,500 --> 00:00:00,900\nBob: We end ${talk}.\n`,
    ].join('\n'),
  );
}

async function uploaded(ownerId: string): Promise<Import> {
  const zip = new ZipFile();
  for (let talk = 0; talk < TALKS; talk += 1) {
    const name = `${ownerId} ${talk}`;
    zip.addBuffer(subtitles(name), `${name}.srt`);
    zip.addBuffer(recording(), `${name}.wav`, { compress: false });
  }
  zip.end();
  const body = new FormData();
  body.append('ownerId', ownerId);
  body.append('file', new Blob([new Uint8Array(await buffer(zip.outputStream))]), 'talks.zip');
  return api.json<Import>('/imports', { method: 'POST', body });
}

async function untilStep({ id }: Import, step: string): Promise<void> {
  await eventually(async () => {
    const { state, progress } = await api.json<Import>(`/imports/${id}`);
    expect([state, progress.stage]).toEqual(['running', step]);
  }, 60_000);
}

/** Each conversation once, with two turns that are heard in its recording, whose bytes are there. */
async function expectWhole(ownerId: string): Promise<void> {
  const [counts] = await query(
    stack.databaseUrl,
    `SELECT (SELECT count(*)::int FROM conversations WHERE owner_id = $1) AS conversations,
       (SELECT count(*)::int FROM clips JOIN conversations c ON c.id = clips.conversation_id
         WHERE owner_id = $1 AND duration_ms = 1000) AS clips,
       (SELECT count(DISTINCT raw)::int FROM segments s JOIN conversations c ON c.id = s.conversation_id
         WHERE owner_id = $1 AND clip_id IS NOT NULL) AS texts,
       (SELECT count(*)::int FROM segments s JOIN conversations c ON c.id = s.conversation_id
         WHERE owner_id = $1) AS segments,
       (SELECT count(*)::int FROM tasks WHERE owner_id = $1 AND type = 'transcription'
         AND state <> 'completed') AS open`,
    [ownerId],
  );
  const each = { conversations: TALKS, clips: TALKS, texts: 2 * TALKS, segments: 2 * TALKS };
  expect(counts).toEqual({ ...each, open: 0 });
  const clips = await query(
    stack.databaseUrl,
    `SELECT clips.id, clips.conversation_id AS "in" FROM clips
     JOIN conversations c ON c.id = clips.conversation_id WHERE owner_id = $1
     ORDER BY clips.id LIMIT 20`,
    [ownerId],
  );
  for (const clip of clips) {
    const audio = await api.fetch(
      `/conversations/${String(clip['in'])}/clips/${String(clip['id'])}/audio`,
    );
    expect((await audio.arrayBuffer()).byteLength).toBe(44 + SAMPLE_RATE_HZ * 2);
  }
}

describe('kill -9 of the worker while it imports transcripts with their recordings', () => {
  it.each(['check', 'probe', 'store'])('in the step %s leaves everything, once', async (step) => {
    const ownerId = `killed-in-${step}`;
    const wanted = await uploaded(ownerId);
    await untilStep(wanted, step);
    process.kill(pidOf('worker', stack), 'SIGKILL');
    const made = await eventually(async () => {
      const found = await api.json<Import>(`/imports/${wanted.id}`);
      expect(found.state).toBe('completed');
      return found;
    }, 180_000);
    expect(made.warnings).toEqual([]);
    expect(made.counts).toMatchObject({ conversations: TALKS, clips: TALKS, alreadyThere: 0 });
    await expectWhole(ownerId);
    await eventually(async () => {
      const left = await readdir(path.join(stack.dataFolder, 'imports', 'sha256'), {
        recursive: true,
      });
      expect(left.filter((name) => name.length > 'ab/'.length)).toEqual([]);
    });
  });
});
