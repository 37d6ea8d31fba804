import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import type { Export } from '#contracts/api';
import { exportManifestSchema, exportedConversationSchema } from '#contracts/export';
import { ApiClient } from '../support/api-client.ts';
import { decoded } from '../support/decoded.ts';
import { eventually } from '../support/eventually.ts';
import { OpenedZip } from '../support/opened-zip.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const AUDIO = path.resolve(import.meta.dirname, '../../samples/02-tom.mp3');
const TITLE = 'Launch: 打ち上げ / "plan"?';

let stack: StackPlace;
let api: ApiClient;
let conversationId: string;

/** Requests an export and waits for its file. */
async function exported(body: object): Promise<Export> {
  const { id } = await api.send<Export>('POST', '/exports', body);
  return eventually(async () => {
    const found = await api.json<Export>(`/exports/${id}`);
    expect(found.state).toBe('completed');
    return found;
  }, 30_000);
}

/** Downloads the file of an export, and opens it with another program. */
async function downloaded({ file }: Export): Promise<OpenedZip> {
  const response = await api.fetch(file?.url ?? '');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([
    file?.sizeBytes,
    file?.sha256,
  ]);
  const name = path.join(await temporaryFolder('downloaded'), 'export.zip');
  await writeFile(name, bytes);
  return OpenedZip.open(name);
}

beforeAll(async () => {
  stack = await sharedStack();
  api = new ApiClient(stack.baseUrl);
  const made = await api.createConversation(TITLE, { ownerId: 'exporting', tags: ['plan'] });
  conversationId = made.id;
  await api.say(conversationId, { speaker: 'Ada', text: 'i think we we should launch on Monday.' });
  await api.upload(conversationId, AUDIO, 'Tom');
  await api.settled(conversationId);
});

describe('an export of a conversation with a recording', () => {
  it('is opened by another program, with the recording as it was uploaded and right hashes', async () => {
    const made = await exported({ conversationId });
    expect(made).toMatchObject({
      ...{ warnings: [], counts: { conversations: 1, clips: 1, problems: 0 } },
      file: { name: expect.stringMatching(/^Launch 打ち上げ plan \d{4}-\d\d-\d\d\.zip$/) },
    });
    const zip = await downloaded(made);
    const folder = `conversations/Launch 打ち上げ plan ${conversationId}`;
    expect(await zip.bytes(`${folder}/audio/02-tom.mp3`)).toEqual(await readFile(AUDIO));
    const manifest = exportManifestSchema.parse(await zip.json('manifest.json'));
    expect(manifest.files.map((each) => each.path)).toEqual(zip.paths.slice(0, -1));
    for (const { path: file, sha256 } of manifest.files) {
      const hash = createHash('sha256').update(await zip.bytes(file));
      expect([file, hash.digest('hex')]).toEqual([file, sha256]);
    }
  });

  it('has the text that the API shows, with the layers and words under it', async () => {
    const zip = await downloaded(await exported({ ownerId: 'exporting' }));
    const { turns } = await api.transcript(conversationId);
    const { segments, clips } = exportedConversationSchema.parse(
      await zip.json(zip.pathOf('conversation.json')),
    );
    const shown = segments.map(({ raw, corrected, edited }) => edited ?? corrected ?? raw);
    expect(shown).toEqual(turns.flatMap((turn) => turn.segments.map(({ text }) => text)));
    expect(segments.some(({ words }) => words.length > 0)).toBe(true);
    expect(clips).toMatchObject([{ path: 'audio/02-tom.mp3', fileName: '02-tom.mp3' }]);
    const summary = await zip.text(zip.pathOf('summary.md'));
    expect(summary).toContain(`title: ${JSON.stringify(TITLE)}`);
  });

  it('leaves no words in the history of its run', async () => {
    const { taskId } = await exported({ conversationId });
    const { workflowId } = await api.task(taskId);
    const connection = await Connection.connect({ address: stack.temporalAddress });
    const client = new Client({ connection, namespace: 'default' });
    const history = await client.workflow.getHandle(workflowId).fetchHistory();
    await connection.close();
    const text = JSON.stringify(decoded(history));
    expect(text).toContain('writeExport');
    expect(text).toContain('sizeBytes');
    for (const word of ['Launch', '打ち上げ', 'Monday', '02-tom']) expect(text).not.toContain(word);
  });
});
