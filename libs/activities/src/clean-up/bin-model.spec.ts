import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '#platform';
import { DiskBlobStore } from '#store';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { aClip, runOf, TestStore } from '../../../store/src/store.fixture.ts';
import { Cleaner } from './cleaner.ts';

/** Few, so that the same bytes are uploaded and removed all the time. */
const CONTENTS = ['one', 'two', 'three'].map((text) => Buffer.from(text));

/** Of an activity that nobody cancels. */
const SCOPE = {
  signal: new AbortController().signal,
  report: () => undefined,
  follow: () => undefined,
};

class Killed extends Error {}

describe('whoever uploads, deletes, restores and cleans up at the same time', () => {
  let store: TestStore;
  let folder: string;
  let random: () => number;
  const ids: string[] = [];
  beforeEach(async () => {
    store = await TestStore.open();
    folder = await temporaryFolder('bin-model');
    ids.length = 0;
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const oneOf = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const blobs = () => new DiskBlobStore(folder);

  async function upload(conversationId: string | undefined): Promise<void> {
    const bytes = oneOf(CONTENTS) ?? Buffer.from('');
    const staged = await blobs().stage(Readable.from([bytes]), bytes.length);
    const clip = aClip(conversationId ?? '', staged.sha256);
    const given = { ownerId: 'ada', title: 'Talk', tags: [] };
    const { clips } = store.repositories;
    try {
      if (conversationId !== undefined && random() < 0.5) {
        await clips.acceptClip(clip, null, () => staged.keep());
      } else
        ids.push((await clips.acceptInNew(given, clip, null, () => staged.keep())).conversationId);
    } finally {
      await staged.discard();
    }
  }

  /** A round of the task, by a worker that may be killed before or after it removes bytes. */
  async function cleanUpOnce(survives: number): Promise<string> {
    const dying = Object.assign(blobs(), {
      remove: async (sha256: string) => {
        if (random() > survives) throw new Killed();
        await blobs().remove(sha256);
        if (random() > survives) throw new Killed();
      },
    });
    const task = await store.repositories.installationTasks.request('clean_up', {}, null);
    const cleaner = new Cleaner({ ...store.repositories, blobs: dying, binKeptMs: 60_000 });
    await cleaner.purge(runOf(task), 'run-1', SCOPE);
    return (await cleaner.removeUnused(runOf(task), SCOPE)).kind;
  }

  async function step(): Promise<void> {
    const { bin } = store.repositories;
    const id = oneOf(ids);
    const acts: readonly (() => Promise<unknown>)[] = [
      () => upload(id),
      () => upload(id),
      () => bin.delete({ kind: 'conversation', id: id ?? '' }),
      () => bin.delete({ kind: 'conversation', id: id ?? '' }, true),
      () => bin.restore({ kind: 'conversation', id: id ?? '' }),
      () => cleanUpOnce(0.7),
    ];
    await oneOf(acts)?.();
  }

  it.each([1, 2, 3])(
    'leaves all that was kept with its bytes, and nothing else (seed %i)',
    async (seed) => {
      random = seededRandom(seed);
      const client = async () => {
        for (let count = 0; count < 40; count += 1) await step().catch(onlyRefusals);
      };
      await Promise.all([client(), client(), client()]);
      while ((await cleanUpOnce(1)) !== 'done');
      for (const id of ids) await expectAsLogged(id);
      const used = await store.rows(`
        SELECT sha256 FROM clips
        UNION SELECT row->>'sha256' FROM bin_rows WHERE table_name = 'clips' ORDER BY 1`);
      expect(await storedHashes()).toEqual(used.map(({ sha256 }) => String(sha256)));
      expect(await store.count('events', `type = 'conversation_purged'`)).toBeGreaterThan(3);
    },
    60_000,
  );

  async function storedHashes(): Promise<readonly string[]> {
    const known = CONTENTS.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
    const files = await readdir(folder, { recursive: true });
    return known.filter((sha256) => files.some((file) => file.endsWith(sha256))).sort();
  }

  /** A conversation is where the log says, with all of its clips, and nowhere else. */
  async function expectAsLogged(id: string): Promise<void> {
    const events = await store.rows(
      `SELECT type FROM events WHERE conversation_id = $1 AND type ~ '^conversation_' ORDER BY sequence`,
      [id],
    );
    const last = String(events.at(-1)?.['type']);
    const received = await store.count(
      'events',
      `conversation_id = $1 AND type = 'clip_received'`,
      [id],
    );
    const isThere = last === 'conversation_created' || last === 'conversation_restored';
    const found = {
      rows: await store.count('conversations', 'id = $1', [id]),
      clips: await store.count('clips', 'conversation_id = $1', [id]),
      items: await store.count('bin_items', 'id = $1', [id]),
      binned: await store.count('bin_rows', `item_id = $1 AND table_name = 'clips'`, [id]),
    };
    const inBin = last === 'conversation_deleted';
    expect(found).toEqual({
      ...{ rows: isThere ? 1 : 0, clips: isThere ? received : 0 },
      ...{ items: inBin ? 1 : 0, binned: inBin ? received : 0 },
    });
  }
});

/** What is refused, and a worker that is killed, are part of life. */
function onlyRefusals(error: unknown): void {
  if (!(error instanceof AppError || error instanceof Killed)) throw error;
}
