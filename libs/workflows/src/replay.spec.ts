import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import v8 from 'node:v8';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { quietTemporal } from '../../../test/support/quiet-temporal.ts';
import { workflowBundle } from '../../../test/support/shared-servers.ts';
import * as workflows from './index.ts';

/** Minimum number of recorded histories of each workflow. */
const MINIMUM = {
  agent_report: 5,
  backup: 6,
  bulk_change: 5,
  clean_up: 6,
  conversation: 15,
  correction: 3,
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
  transcription: 7,
};

const historiesOf = async (workflow: string): Promise<readonly string[]> => {
  const folder = path.join(import.meta.dirname, folderOf(workflow), 'histories');
  return (await readdir(folder)).map((file) => path.join(folder, file));
};

/** `nightlyBackup` → `nightly-backup`, `agent_report` → `agent-report` */
const folderOf = (workflow: string) =>
  workflow.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll('_', '-');

describe('recorded histories', () => {
  // The SDK replays in this thread and leaves a promise hook in it, which throws for promises of
  // other spec files that have no constructor. They share the process.
  const createHook = jest.spyOn(v8.promiseHooks, 'createHook');
  beforeAll(quietTemporal);
  afterAll(() => {
    expect(createHook.mock.results).toHaveLength(1);
    for (const { type, value } of createHook.mock.results) {
      if (type === 'return') Reflect.apply(value, undefined, []);
    }
  });

  it('exist for every workflow', () => {
    expect(Object.keys(MINIMUM).sort()).toEqual(Object.keys(workflows).sort());
  });

  it.each(Object.entries(MINIMUM))('of %s replay', async (workflow, minimum) => {
    const files = await historiesOf(workflow);
    expect(files.length).toBeGreaterThanOrEqual(minimum);
    for (const file of files) {
      const history: unknown = JSON.parse(await readFile(file, 'utf8'));
      await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history);
    }
  });
});
