import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TypedSearchAttributes } from '@temporalio/common';
import { SEARCH_ATTRIBUTES } from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { OwnerRuns } from './owner-runs.ts';

/** Temporal takes its time to delete what is closed. */
const SLOW_MS = 180_000;
const ALL = new AbortController().signal;

describe('the runs of an owner', () => {
  let temporal: TestTemporal;
  let runs: OwnerRuns;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
    runs = new OwnerRuns(temporal.client, temporal.connection);
  });
  afterAll(() => temporal.close());

  const start = (workflowId: string, ownerId: string) =>
    temporal.client.workflow.start('conversation', {
      workflowId,
      taskQueue: 'orchestration',
      typedSearchAttributes: new TypedSearchAttributes([
        { key: SEARCH_ATTRIBUTES.owner, value: ownerId },
      ]),
    });
  const listed = async (ownerId: string) => {
    const query = `${SEARCH_ATTRIBUTES.owner.name} = '${ownerId}'`;
    const found: string[] = [];
    for await (const { workflowId } of temporal.client.workflow.list({ query })) {
      found.push(workflowId);
    }
    return found.sort();
  };

  it(
    'are removed, open and closed ones, and those of others are not',
    async () => {
      await start('one', 'ada');
      await (await start('two', 'ada')).terminate();
      await start('three', 'ada.b');
      await eventually(async () => expect(await listed('ada')).toHaveLength(2));
      expect(await runs.removeAll('ada', ALL)).toBe(2);
      expect(await listed('ada')).toEqual([]);
      await expect(temporal.client.workflow.getHandle('one').describe()).rejects.toThrow();
      expect(await listed('ada.b')).toEqual(['three']);
      expect(await runs.removeAll('ada', ALL)).toBe(0);
    },
    SLOW_MS,
  );

  it('are terminated, the open ones', async () => {
    const handle = await start('four', 'bob');
    const other = await start('five', 'cleo');
    await eventually(async () => expect(await listed('bob')).toEqual(['four']));
    await runs.terminateAll('bob', ALL);
    expect((await handle.describe()).status.name).toBe('TERMINATED');
    expect((await other.describe()).status.name).toBe('RUNNING');
    await runs.terminateAll('bob', ALL);
  });

  it('are none for a name that is no name', async () => {
    expect(await runs.removeAll("' OR AfterwordOwner != '", ALL)).toBe(0);
    expect(await listed('ada.b')).toEqual(['three']);
  });
});
