import { describe, expect, it } from '@jest/globals';
import type { RequestBulkChange } from '../api/types.ts';
import { undoOf } from './undo-of.ts';

const change = { taskId: 'tsk_1' };
const ids = ['cnv_1', 'cnv_2'];

describe('the undoing of a bulk change', () => {
  it.each([
    [
      { action: 'delete', ids },
      { action: 'restore', bin: { deletedBy: 'tsk_1' } },
    ],
    [
      { action: 'delete', conversations: {} },
      { action: 'restore', bin: { deletedBy: 'tsk_1' } },
    ],
    [
      { action: 'archive', ids },
      { action: 'unarchive', ids },
    ],
    [
      { action: 'unarchive', ids },
      { action: 'archive', ids },
    ],
  ] satisfies [RequestBulkChange, RequestBulkChange][])('of %j is %j', (body, undo) => {
    expect(undoOf(body, change)).toEqual(undo);
  });

  it.each([
    { action: 'delete', ids, permanently: true },
    { action: 'restore', bin: {} },
    // Those that were archived before would leave the archive too.
    { action: 'archive', conversations: { search: 'standup' } },
  ] satisfies RequestBulkChange[])('does not exist for %j', (body) => {
    expect(undoOf(body, change)).toBeNull();
  });
});
