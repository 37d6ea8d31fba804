import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf } from '../making/backup-maker.fixture.ts';
import { onWritingConnection } from '../postgres/writing-connection.ts';
import { RestoredInstallation, STEPS } from './restorer.fixture.ts';

/** Tables that a restore changes itself: the log, and what leads to work in Temporal. */
const CHANGED = ['events', 'tasks', 'task_chunks', 'outbox', 'work_signals'];

const unchanged = (contents: ReadonlyMap<string, string>) =>
  new Map([...contents].filter(([name]) => !CHANGED.includes(name)));

describe('restoring a backup', () => {
  let restored: RestoredInstallation;
  beforeEach(async () => {
    restored = await RestoredInstallation.open();
  });
  afterEach(() => restored.close());

  it('brings everything back, and lets writers in again', async () => {
    const { installation } = restored;
    const kept = await installation.converse();
    const sha256 = await installation.upload();
    const before = unchanged(await restored.contents());
    const backup = await installation.backUp();
    const later = await installation.converse();
    await rm(installation.uploaded(sha256));

    const { taskId } = await restored.restore(backup);

    expect(unchanged(await restored.contents())).toEqual(before);
    const { conversations, tasks } = installation.store.repositories;
    expect(await conversations.find(kept)).not.toBeNull();
    expect(await conversations.find(later)).toBeNull();
    expect(await installation.blobs.sizeOf(sha256)).toBe(50_000);
    expect(await tasks.find(taskId)).toMatchObject({ state: 'completed', runId: 'run-1' });
    expect(await restored.canWrite()).toBe(true);
    expect(await restored.leftovers()).toEqual([]);
  });
});
