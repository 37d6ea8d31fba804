import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, still } from '../installation.fixture.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { ProjectionCheck } from '../check/projection-check.ts';
import { RestoredInstallation } from '../restored-installation.fixture.ts';
import { aFullConversation, tablesOf } from '../../../store/src/bin.fixture.ts';
import { aClip, newOwner } from '../../../store/src/store.fixture.ts';
import { TombstoneList } from './tombstone-list.ts';

describe('a backup from before an erasure', () => {
  let restored: RestoredInstallation;
  beforeEach(async () => {
    restored = await RestoredInstallation.open();
  });
  afterEach(() => restored.close());

  const installation = () => restored.installation;
  const store = () => restored.installation.store;
  const list = () => new TombstoneList(installation().place);

  /** An owner with a conversation and a recording of its own. @returns the hash of the recording */
  async function furnish(ownerId: string): Promise<string> {
    const id = await aFullConversation(store(), ownerId);
    const binned = await aFullConversation(store(), ownerId);
    await store().repositories.bin.delete({ kind: 'conversation', id: binned });
    const staged = await installation().blobs.stage(Readable.from([randomBytes(5_000)]), 5_000);
    const { sha256, sizeBytes } = staged;
    const clip = { ...aClip(id), sha256, sizeBytes };
    await store().repositories.clips.acceptClip(clip, null, () => staged.keep());
    return sha256;
  }

  /** Erases an owner as the task does. */
  async function erase(ownerId: string): Promise<string> {
    const { erasures, ownerEraser, installationRuns, unusedBlobs } = store().repositories;
    const { task, erasure } = await erasures.request(ownerId);
    await installationRuns.start({ taskId: task.id, attempt: 1 }, 'run-1');
    await list().add(await erasures.kept(), still().signal);
    for (const open of await erasures.open()) {
      await erasures.count(open);
      for (;;) {
        const things = await ownerEraser.things(open.ownerId, 50);
        if (things.length === 0) break;
        for (const thing of things) await ownerEraser.remove(thing);
      }
      await ownerEraser.removeRest(open);
      while ((await ownerEraser.renameEvents(open, 100)) > 0);
      expect(await erasures.complete(open, () => Promise.resolve())).toBe('completed');
    }
    const { blobs } = installation();
    for (let looked = 1; looked > 0;) {
      const found = await unusedBlobs.remove(20, (sha256) => blobs.remove(sha256));
      looked = found === 'busy' ? 0 : found.looked;
    }
    await erasures.completeTask({ taskId: task.id, attempt: 1 });
    return erasure.id;
  }

  async function tablesNaming(text: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const table of await tablesOf(store())) {
      if ((await store().count(`${table} t`, 'strpos(t::text, $1) > 0', [text])) > 0)
        found.push(table);
    }
    return found;
  }
  const differences = async () => {
    const found: unknown[] = [];
    const check = new ProjectionCheck(store().repositories.projections);
    await check.run({ fromBeginning: true, onDifference: (each) => found.push(each) });
    return found;
  };
  const isThere = async (sha256: string) => (await installation().blobs.sizeOf(sha256)) !== null;
  const restore = (backup: Manifest) => restored.restore(backup);

  it('brings back everything but the erased, whose bytes are not put back either', async () => {
    const [gone, kept] = [newOwner(), newOwner()];
    const [theirs, others] = [await furnish(gone), await furnish(kept)];
    const backup = await restored.backUp();
    const id = await erase(gone);
    expect(await isThere(theirs)).toBe(false);
    await store().rows(`UPDATE conversations SET title = 'Changed since'`);
    await restore(backup);
    expect(await tablesNaming(gone)).toEqual([]);
    expect(await tablesNaming('Changed since')).toEqual([]);
    expect(await isThere(theirs)).toBe(false);
    expect(await isThere(others)).toBe(true);
    expect(await store().count('conversations', 'owner_id = $1', [kept])).toBe(1);
    const erased = await store().repositories.erasures.find(id);
    expect(erased).toMatchObject({ state: 'completed', ownerId: null });
    expect(erased.counts).toMatchObject({ conversations: 2 });
    expect(await store().count('events', 'owner_id = $1', [erased.pseudonym])).toBeGreaterThan(10);
  });

  it('leaves out who was erased, although the database that knew it is lost', async () => {
    const gone = newOwner();
    await aFullConversation(store(), gone);
    const backup = await restored.backUp();
    const id = await erase(gone);
    await store().rows('DELETE FROM erasures');
    await restore(backup);
    expect(await tablesNaming(gone)).toEqual([]);
    expect(await store().repositories.erasures.find(id)).toMatchObject({ state: 'completed' });
    expect(await differences()).toEqual([]);
  });

  it('leaves out who was erased, although the place of the backups has lost its notes', async () => {
    const gone = newOwner();
    await aFullConversation(store(), gone);
    const backup = await restored.backUp();
    await erase(gone);
    await rm(path.join(installation().placeFolder, 'erasures'), { recursive: true });
    await restore(backup);
    expect(await tablesNaming(gone)).toEqual([]);
  });

  it('that was made after it keeps what the owner has made since', async () => {
    const owner = newOwner();
    const before = await store().newConversation(owner);
    await erase(owner);
    const since = await store().newConversation(owner);
    const backup = await restored.backUp();
    await restore(backup);
    expect(await store().count('conversations', 'id = $1', [since])).toBe(1);
    expect(await store().count('conversations', 'id = $1', [before])).toBe(0);
    await erase(owner);
    await restore(backup);
    expect(await tablesNaming(owner)).toEqual([]);
  });

  it('from the middle of it holds the rest, which is left out', async () => {
    const { erasures, ownerEraser, tasks } = store().repositories;
    const owner = newOwner();
    await aFullConversation(store(), owner);
    await aFullConversation(store(), owner);
    const { task } = await erasures.request(owner);
    const [open] = await erasures.open();
    const [thing] = await ownerEraser.things(owner, 1);
    if (thing) await ownerEraser.remove(thing);
    if (open) await ownerEraser.renameEvents(open, 5);
    const backup = await restored.backUp();
    await tasks.end({ taskId: task.id, attempt: 1 }, { state: 'cancelled' });
    await erase(owner);
    await restore(backup);
    expect(await tablesNaming(owner)).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  it('is not restored while a note cannot be read', async () => {
    const backup = await restored.backUp();
    const folder = path.join(installation().placeFolder, 'erasures');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'era_1.json'), '{"format":1');
    const job = await restored.request(backup.id);
    expect(await codeOf(restored.do('unpack', job))).toBe('backup_damaged');
    expect(await restored.ending.undo(job)).toBe('undone');
    expect(await restored.leftovers()).toEqual([]);
  });

  it('is told of it by a file without the name', async () => {
    const owner = newOwner();
    await erase(owner);
    const folder = path.join(installation().placeFolder, 'erasures');
    const [name = ''] = await readdir(folder);
    const content = await readFile(path.join(folder, name), 'utf8');
    expect(content).toContain('ownerHash');
    expect(content).not.toContain(owner);
  });
});
