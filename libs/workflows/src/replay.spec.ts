import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryAndWorkflowId } from '@temporalio/client';
import { Worker, type ReplayResult } from '@temporalio/worker';
import { quietTemporal } from '../../../test/support/quiet-temporal.ts';
import { workflowBundle } from '../../../test/support/shared-servers.ts';
import * as workflows from './index.ts';

const REPLAY_MS = 120_000;

/** Minimum number of recorded histories of each workflow. */
const MINIMUM = {
  agent_report: 5,
  backup: 6,
  bulk_change: 5,
  clean_up: 6,
  conversation: 15,
  correction: 3,
  diarisation: 2,
  document_reading: 2,
  erasure: 6,
  export: 6,
  housekeeping: 1,
  import: 6,
  nightlyBackup: 1,
  project: 1,
  reconcile: 2,
  restore: 8,
  retention: 4,
  significance: 1,
  snapshot: 4,
  summary: 2,
  transcription: 10,
};

/** `nightlyBackup` → `nightly-backup`, `agent_report` → `agent-report` */
const folderOf = (workflow: string) =>
  workflow.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll('_', '-');

/** All recorded histories, named by their paths. */
const files = Object.keys(MINIMUM).flatMap((workflow) => {
  const folder = path.join(import.meta.dirname, folderOf(workflow), 'histories');
  return readdirSync(folder).map((file) => path.join(folder, file));
});

async function* recordedHistories(): AsyncGenerator<HistoryAndWorkflowId> {
  for (const file of files) {
    yield { workflowId: file, history: JSON.parse(await readFile(file, 'utf8')) };
  }
}

describe('recorded histories', () => {
  let replayed: readonly ReplayResult[];
  // One worker replays all, because each compiles the whole bundle.
  beforeAll(async () => {
    quietTemporal();
    // Not in this thread, in which the replay of the SDK leaves a promise hook.
    const options = { workflowBundle: await workflowBundle(), debugMode: false };
    replayed = await Array.fromAsync(Worker.runReplayHistories(options, recordedHistories()));
  }, REPLAY_MS);

  it('exist for every workflow', () => {
    expect(Object.keys(MINIMUM).sort()).toEqual(Object.keys(workflows).sort());
  });

  it('are all replayed', () => {
    expect(replayed.map(({ workflowId }) => workflowId)).toEqual(files);
  });

  it.each(Object.entries(MINIMUM))('of %s replay', (workflow, minimum) => {
    const folder = `${path.sep}${folderOf(workflow)}${path.sep}`;
    const ofWorkflow = replayed.filter(({ workflowId }) => workflowId.includes(folder));
    expect(ofWorkflow.length).toBeGreaterThanOrEqual(minimum);
    expect(ofWorkflow.filter(({ error }) => error !== undefined)).toEqual([]);
  });
});
