import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { aDocument, newProject } from '../projects.fixture.ts';
import { aClip, newOwner, runOf, TestStore } from '../store.fixture.ts';
import { aResult } from '../heard.fixture.ts';

const SOON = new Date(Date.now() + 60_000);
let hashes = 0;
const newHash = () => (hashes += 1).toString(16).padStart(64, 'a');

describe('bytes that nothing refers to', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  /** A conversation with a recording, in the bin. */
  async function deleted(sha256: string): Promise<string> {
    const id = await store.newConversation(newOwner());
    await store.repositories.clips.acceptClip(aClip(id, sha256), null);
    await store.repositories.bin.delete({ kind: 'conversation', id });
    return id;
  }
  const purge = (id: string) => store.repositories.binPurge.purge(id, SOON);
  /** @returns the bytes that were removed */
  async function sweep(): Promise<readonly string[]> {
    const gone: string[] = [];
    for (;;) {
      const found = await store.repositories.unusedBlobs.remove(2, (sha256) =>
        Promise.resolve(void gone.push(sha256)),
      );
      if (found === 'busy') throw new Error('busy');
      if (found.looked === 0) return gone.sort();
    }
  }

  it('are removed once the last row that refers to them is gone', async () => {
    const sha256 = newHash();
    const [first, second] = [await deleted(sha256), await deleted(sha256)];
    await purge(first);
    expect(await sweep()).toEqual([]);
    await purge(second);
    expect(await sweep()).toEqual([sha256]);
    expect(await sweep()).toEqual([]);
  });

  it('are kept for what is in the bin, for another recording and for a document', async () => {
    const { documents } = store.repositories;
    const [ofBin, ofClip, ofDocument] = [newHash(), newHash(), newHash()];
    const gone = await Promise.all([ofBin, ofClip, ofDocument].map(deleted));
    await deleted(ofBin);
    await store.repositories.clips.acceptClip(aClip(await store.newConversation(), ofClip), null);
    const { id: projectId } = await newProject(store);
    const given = { ...aDocument(projectId), sha256: ofDocument };
    const document = await documents.add(given, null, () => Promise.resolve());
    for (const id of gone) await purge(id);
    expect(await sweep()).toEqual([]);
    await store.repositories.bin.delete({ kind: 'document', id: document.id });
    await store.repositories.unusedBlobs.noteOrphans();
    expect(await sweep()).toEqual([]);
    await purge(document.id);
    expect(await sweep()).toEqual([ofDocument]);
  });

  it('take along the voices in them, and who was told apart by them', async () => {
    const { voices, unusedBlobs } = store.repositories;
    const [late, audioSha256] = [newHash(), newHash()];
    const window = { startMs: 0, endMs: 1_500, embedding: Float32Array.of(0.25, -1) };
    const keep = async (sha256: string) => {
      const ranges = [{ startMs: 0, endMs: 1_500, speaker: 0 }];
      const heard = {
        engine: 'scripted',
        ...{ regions: [window], overlaps: [], windows: [window] },
      };
      await voices.save({ key: sha256, audioSha256: sha256, ...heard });
      await voices.saveSpeakers({ key: sha256, audioSha256: sha256, ranges });
    };
    const isKept = async (sha256: string) => [
      await voices.has(sha256),
      (await voices.findSpeakers(sha256)) !== null,
    ];
    const id = await deleted(audioSha256);
    await keep(audioSha256);
    await sweep();
    expect(await isKept(audioSha256)).toEqual([true, true]);
    await purge(id);
    // A run has stored them after its recording had gone.
    await keep(late);
    await unusedBlobs.noteOrphans();
    expect(await sweep()).toEqual([audioSha256, late].sort());
    expect([...(await isKept(audioSha256)), ...(await isKept(late))]).toEqual(
      Array.from({ length: 4 }, () => false),
    );
  });

  it('are those of the documents of a purged project as well', async () => {
    const { documents, bin } = store.repositories;
    const sha256 = newHash();
    const { id: projectId } = await newProject(store);
    await documents.add({ ...aDocument(projectId), sha256 }, null, () => Promise.resolve());
    await bin.delete({ kind: 'project', id: projectId });
    expect(await sweep()).toEqual([]);
    await purge(projectId);
    expect(await sweep()).toEqual([sha256]);
  });

  it('go with what was decoded of them, and only that', async () => {
    const [gone, kept] = [newHash(), newHash()];
    for (const [key, audioSha256] of [
      ['of-gone', gone],
      ['of-kept', kept],
    ] as const) {
      const task = await store.runningTask();
      const chunk = { index: 0, resultKey: key, audioMs: 0 };
      const { transcriptions } = store.repositories;
      await transcriptions.finishChunk(runOf(task), chunk, { ...aResult(key), audioSha256 });
    }
    await store.repositories.clips.acceptClip(aClip(await store.newConversation(), kept), null);
    // A run has stored it after its recording had gone.
    await store.repositories.unusedBlobs.noteOrphans();
    expect(await sweep()).toEqual([gone]);
    const rows = await store.rows(`SELECT key FROM chunk_results WHERE key LIKE 'of-%'`);
    expect(rows).toEqual([{ key: 'of-kept' }]);
  });

  it('survive when somebody uploads them just before, and while, they are removed', async () => {
    for (let round = 0; round < 10; round += 1) {
      const sha256 = newHash();
      await purge(await deleted(sha256));
      const id = await store.newConversation();
      const stored = new Set([sha256]);
      const other = store.another();
      await Promise.all([
        other.repositories.clips.acceptClip(aClip(id, sha256), null, async () => {
          await new Promise(setImmediate);
          stored.add(sha256);
        }),
        store.repositories.unusedBlobs.remove(5, async (gone) => {
          await new Promise(setImmediate);
          stored.delete(gone);
        }),
      ]);
      await other.close();
      expect(stored).toContain(sha256);
    }
  });

  it('are kept again by an upload that waits for their removal', async () => {
    const sha256 = newHash();
    await purge(await deleted(sha256));
    const id = await store.newConversation();
    const steps: string[] = [];
    const other = store.another();
    const uploads: Promise<string>[] = [];
    await store.repositories.unusedBlobs.remove(5, async () => {
      const keep = () => Promise.resolve(void steps.push('kept'));
      uploads.push(other.repositories.clips.acceptClip(aClip(id, sha256), null, keep));
      await eventually(async () => expect(await store.blockedTransactions()).toBe(1));
      steps.push('removed');
    });
    await Promise.all(uploads);
    await other.close();
    expect(steps).toEqual(['removed', 'kept']);
  });

  it('stay as long as a backup or a restore is open', async () => {
    const sha256 = newHash();
    await purge(await deleted(sha256));
    const { installationTasks, tasks, unusedBlobs } = store.repositories;
    for (const type of ['backup', 'restore'] as const) {
      const settings = type === 'restore' ? { settings: { backupId: 'bkp_1' } } : {};
      const task = await installationTasks.request(type, settings, null);
      expect(await unusedBlobs.remove(5, () => Promise.reject(new Error('removed')))).toBe('busy');
      await tasks.end(runOf(task), { state: 'cancelled' });
    }
    expect(await sweep()).toEqual([sha256]);
  });

  it('are looked at again when their removal fails', async () => {
    const sha256 = newHash();
    await purge(await deleted(sha256));
    const failing = store.repositories.unusedBlobs.remove(5, () =>
      Promise.reject(new Error('the disk is away')),
    );
    await expect(failing).rejects.toThrow('the disk is away');
    expect(await sweep()).toEqual([sha256]);
  });
});
