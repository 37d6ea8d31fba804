import type { BulkChange, RequestBulkChange } from '../api/types.ts';

/**
 * The bulk change that takes another one back.
 *
 * @param body - What was requested.
 * @param change - What the request has become.
 * @returns Null when it cannot be taken back by one request.
 */
export function undoOf(
  body: RequestBulkChange,
  { taskId }: Pick<BulkChange, 'taskId'>,
): RequestBulkChange | null {
  switch (body.action) {
    case 'delete':
      return body.permanently ? null : { action: 'restore', bin: { deletedBy: taskId } };
    case 'restore':
      return null;
    case 'archive':
      return body.ids ? { action: 'unarchive', ids: body.ids } : null;
    case 'unarchive':
      return body.ids ? { action: 'archive', ids: body.ids } : null;
  }
}
