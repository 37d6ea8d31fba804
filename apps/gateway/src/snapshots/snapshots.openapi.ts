import { applyDecorators } from '@nestjs/common';
import { snapshotListSchema, taskSchema } from '#contracts/api';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { SNAPSHOT_TASK_EXAMPLE, SNAPSHOTS_EXAMPLE } from './snapshots.examples.ts';

export function ListSnapshotsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List snapshots',
      description:
        'Snapshots of what the change log says, newest first. They make the check of the data against the log faster; they are no backups, because they hold no words.',
      status: 200,
      answer: 'All snapshots that are kept.',
      schema: snapshotListSchema,
      example: SNAPSHOTS_EXAMPLE,
    }),
    ApiProblems('snapshot_failed'),
  );
}

export function TakeSnapshotRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Take a snapshot',
      description:
        'Starts a task that takes a snapshot of what the change log says and removes the oldest one. If a snapshot is already being taken, that task is returned instead. Snapshots are also taken when a scoring task has completed and one is due.',
      status: 202,
      answer: 'The task.',
      schema: taskSchema,
      example: SNAPSHOT_TASK_EXAMPLE,
      headers: { Location: 'Path of the task.' },
    }),
    ApiIdempotencyKey(),
    ApiProblems('invalid_request', 'not_found', 'idempotency_key_reused'),
  );
}
