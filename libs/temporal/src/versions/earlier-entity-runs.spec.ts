import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { ENGINES } from '#engines/definitions';
import { loadConfig } from '#platform';
import { eventually } from '../../../../test/support/eventually.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { entitySignalOptions } from '../entities/entity-start.ts';
import { EarlierEntityRuns } from './earlier-entity-runs.ts';

describe('runs of entities of an earlier version', () => {
  let temporal: TestTemporal;
  let client: Client;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
    client = temporal.client;
  });
  afterAll(() => temporal.close());

  const start = async (type: string, workflowId: string) => {
    const taskQueue = 'orchestration';
    return client.workflow.start(type, { workflowId, taskQueue });
  };
  const stateOf = async (workflowId: string) =>
    (await client.workflow.getHandle(workflowId).describe()).status.name;

  it('are terminated; those of this version and of tasks go on', async () => {
    await start('conversation', 'conversation:cnv_earlier');
    await start('transcription', 'transcription:clp_1');
    const signal = { kind: 'conversation', id: 'cnv_present', ownerId: 'ada' } as const;
    const options = entitySignalOptions(signal, loadConfig(ENGINES, {}));
    await client.workflow.signalWithStart('conversation', options);
    const earlier = new EarlierEntityRuns(client);
    await eventually(async () => expect(await earlier.terminateAll()).toBe(1));
    expect(await stateOf('conversation:cnv_earlier')).toBe('TERMINATED');
    expect(await stateOf('conversation:cnv_present')).toBe('RUNNING');
    expect(await stateOf('transcription:clp_1')).toBe('RUNNING');
    expect(await earlier.terminateAll()).toBe(0);
  });
});
