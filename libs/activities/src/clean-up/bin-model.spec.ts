import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProjectionCheck } from '#backups';
import { BIN_KINDS } from '#contracts/model';
import { AppError } from '#platform';
import { DiskBlobStore, type BinRef } from '#store';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { rowsNaming } from '../../../store/src/bin.fixture.ts';
import { aClip, anExchange, runOf, TestStore } from '../../../store/src/store.fixture.ts';
import { aDocument, newProject } from '../../../store/src/projects.fixture.ts';
import { placeByLog, placeOf, type MadeThing } from './bin-model.fixture.ts';
import { Cleaner } from './cleaner.ts';

/** It ends once each kind was deleted, restored and purged, which is usually soon; twenty rounds were once not enough. */
const MOST_ROUNDS = 60;
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
  const made: MadeThing[] = [];
  beforeEach(async () => {
    store = await TestStore.open();
    folder = await temporaryFolder('bin-model');
    made.length = 0;
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const oneOf = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const blobs = () => new DiskBlobStore(folder);

  const some = (kind: MadeThing['kind']) => oneOf(made.filter((each) => each.kind === kind));
  const NOBODY: MadeThing = { kind: 'conversation', id: 'cnv_none', whole: null };

  async function upload(): Promise<void> {
    const bytes = oneOf(CONTENTS) ?? Buffer.from('');
    const staged = await blobs().stage(Readable.from([bytes]), bytes.length);
    const whole = some('conversation') ?? NOBODY;
    const clip = aClip(whole.id, staged.sha256);
    const projectId = (random() < 0.5 ? some('project')?.id : null) ?? null;
    const given = { ownerId: 'ada', title: 'Talk', tags: [], projectId };
    const { clips } = store.repositories;
    try {
      if (random() < 0.5) {
        await addClip(await clips.acceptClip(clip, null, () => staged.keep()), whole);
      } else {
        const accepted = await clips.acceptInNew(given, clip, null, () => staged.keep());
        const added: MadeThing = { kind: 'conversation', id: accepted.conversationId, whole: null };
        made.push(added);
        await addClip(accepted.clipId, added);
      }
    } finally {
      await staged.discard();
    }
  }

  /** The log names its exchange, wherever its rows are by now. */
  async function addClip(id: string, whole: MadeThing): Promise<void> {
    const [event] = await store.rows(
      `SELECT data->>'exchangeId' AS exchange FROM events WHERE idempotency_key = $1`,
      [`clip_received:${id}`],
    );
    const onlyClip: BinRef = { kind: 'clip', id };
    const exchange = {
      kind: 'exchange',
      id: String(event?.['exchange']),
      whole,
      onlyClip,
    } as const;
    made.push(exchange, { kind: 'clip', id, whole: exchange });
  }

  async function addProject(): Promise<void> {
    const { id } = await newProject(store);
    made.push({ kind: 'project', id, whole: null });
  }

  async function addDocument(): Promise<void> {
    const bytes = oneOf(CONTENTS) ?? Buffer.from('');
    const staged = await blobs().stage(Readable.from([bytes]), bytes.length);
    const { documents } = store.repositories;
    const whole = some('project') ?? NOBODY;
    const given = { ...aDocument(whole.id), sha256: staged.sha256 };
    try {
      const { id } = await documents.add(given, null, () => staged.keep());
      made.push({ kind: 'document', id, whole });
    } finally {
      await staged.discard();
    }
  }

  async function remember(): Promise<void> {
    const whole = some('conversation') ?? NOBODY;
    const { id, memoryIds } = await store.repositories.exchanges.add(anExchange(whole.id), null);
    const exchange: MadeThing = { kind: 'exchange', id, whole };
    made.push(exchange);
    made.push(
      ...memoryIds.map((each): MadeThing => ({ kind: 'memory', id: each, whole: exchange })),
    );
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

  /** Restores something that is in the bin, of any kind with the same chance. */
  async function restore(): Promise<void> {
    const kind = oneOf(BIN_KINDS) ?? 'conversation';
    const { items } = await store.repositories.bin.list({ limit: 200 });
    const item = oneOf(items.filter((each) => each.kind === kind));
    if (item) await store.repositories.bin.restore(item);
  }

  async function step(): Promise<void> {
    const { bin } = store.repositories;
    const thing = oneOf(made) ?? NOBODY;
    const acts: readonly (() => Promise<unknown>)[] = [
      upload,
      upload,
      remember,
      remember,
      addProject,
      addDocument,
      addDocument,
      () => bin.delete(thing, random() < 0.2),
      () => bin.delete(thing, random() < 0.2),
      () => bin.restore(thing),
      restore,
      restore,
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
      // What happens is chance, so they go on until all of it has.
      const all = 3 * BIN_KINDS.length;
      for (
        let round = 0;
        round < MOST_ROUNDS && (round === 0 || (await seen()) < all);
        round += 1
      ) {
        await Promise.all([client(), client(), client()]);
      }
      expect(await seen()).toBe(all);
      while ((await cleanUpOnce(1)) !== 'done');
      for (const thing of made) {
        expect([thing, await placeOf(store, thing)]).toEqual([
          thing,
          await placeByLog(store, thing),
        ]);
      }
      await expectNothingNames(await purgedIds());
      await expectAsLogged();
      const used = await store.rows(`
        SELECT sha256 FROM clips
        UNION SELECT sha256 FROM documents
        UNION SELECT row->>'sha256' FROM bin_rows WHERE row ? 'sha256' ORDER BY 1`);
      expect(await storedHashes()).toEqual(used.map(({ sha256 }) => String(sha256)));
    },
    120_000,
  );

  /** How many kinds of events of the bin there are. */
  async function seen(): Promise<number> {
    const isOfBin = `type ~ '_(deleted|restored|purged)$'`;
    return (await store.rows(`SELECT DISTINCT type FROM events WHERE ${isOfBin}`)).length;
  }

  async function storedHashes(): Promise<readonly string[]> {
    const known = CONTENTS.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
    const files = await readdir(folder, { recursive: true });
    return known.filter((sha256) => files.some((file) => file.endsWith(sha256))).sort();
  }

  /** What `afterword check` compares. */
  async function expectAsLogged(): Promise<void> {
    const differences: unknown[] = [];
    const check = new ProjectionCheck(store.repositories.projections);
    await check.run({ onDifference: (each) => differences.push(each) });
    expect(differences).toEqual([]);
  }

  async function purgedIds(): Promise<readonly string[]> {
    const gone: string[] = [];
    for (const thing of made) {
      if ((await placeByLog(store, thing)) === 'nowhere') gone.push(thing.id);
    }
    return gone;
  }

  async function expectNothingNames(ids: readonly string[]): Promise<void> {
    await store.deliverAll();
    expect(await rowsNaming(store, ids)).toEqual({});
    const names = `EXISTS (SELECT FROM unnest($1::text[]) AS id WHERE strpos(t::text, id) > 0)`;
    for (const table of ['bin_items t', 'bin_rows t']) {
      expect([table, await store.count(table, names, [ids])]).toEqual([table, 0]);
    }
  }
});

/** What is refused, and a worker that is killed, are part of life. */
function onlyRefusals(error: unknown): void {
  if (!(error instanceof AppError || error instanceof Killed)) throw error;
}
