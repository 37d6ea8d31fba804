import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiResponse } from '@nestjs/swagger';
import {
  backupDetailsSchema,
  backupPageSchema,
  backupStatusSchema,
  restorePlanSchema,
  taskSchema,
} from '#contracts/api';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import {
  BACKUP_DETAILS_EXAMPLE,
  BACKUP_EXAMPLE,
  BACKUP_STATUS_EXAMPLE,
  BACKUP_TASK_EXAMPLE,
  RESTORE_PLAN_EXAMPLE,
  RESTORE_TASK_EXAMPLE,
} from './backups.examples.ts';

export function CreateBackupRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Back up',
      description:
        'Starts a task that dumps the database, copies new recordings, verifies the backup by restoring it into a scratch database, and then removes old backups. If a backup is already pending or running, that task is returned instead. Without `force`, the task completes with the warning `backup_not_due` when there is a good backup younger than 23 hours.',
      status: 202,
      answer: 'The task.',
      schema: taskSchema,
      example: BACKUP_TASK_EXAMPLE,
      headers: { Location: 'Path of the task.' },
    }),
    ApiBody({
      required: false,
      schema: { $ref: '#/components/schemas/CreateBackup' },
      examples: { now: { value: { force: true } }, ifDue: { value: {} } },
    }),
    ApiIdempotencyKey(),
    ApiProblems('invalid_request', 'not_found', 'unsupported_media_type', 'idempotency_key_reused'),
  );
}

export function ListBackupsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List backups',
      description:
        'The complete backups in their place, newest first. A backup is complete when it was restored and compared; one that is being made is not listed.',
      status: 200,
      answer: 'A page of backups.',
      schema: backupPageSchema,
      example: { items: [BACKUP_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request', 'backup_place_unavailable'),
  );
}

export function BackupStatusRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Is everything backed up?',
      description: 'The newest good backup, the next one, their place and its space.',
      status: 200,
      answer: 'The status.',
      schema: backupStatusSchema,
      example: BACKUP_STATUS_EXAMPLE,
    }),
    ApiProblems('backup_place_unavailable'),
  );
}

export function FindBackupRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a backup',
      description: 'What is inside, by table.',
      status: 200,
      answer: 'The backup.',
      schema: backupDetailsSchema,
      example: BACKUP_DETAILS_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found', 'backup_place_unavailable'),
  );
}

export function RestoreBackupRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Restore a backup',
      description:
        'With `dryRun`, says what would change. With the typed confirmation, starts a task that restores the backup beside the current data, backs that up as a restore point, switches to the restored data and checks it. From the restore point on, requests that change something answer 503 `maintenance`; reads go on. If anything fails, everything is as before. If the same restore is already pending or running, that task is returned instead.',
      status: 202,
      answer: 'The task.',
      schema: taskSchema,
      example: RESTORE_TASK_EXAMPLE,
      headers: { Location: 'Path of the task.' },
    }),
    ApiResponse({
      status: 200,
      description: 'The plan, for a dry run.',
      standardSchema: restorePlanSchema,
      example: RESTORE_PLAN_EXAMPLE,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/RestoreBackup' },
      examples: {
        plan: { value: { dryRun: true } },
        restore: { value: { confirm: RESTORE_PLAN_EXAMPLE.confirm } },
      },
    }),
    ApiIdempotencyKey(),
    ApiProblems(
      ...(['invalid_request', 'not_found', 'unsupported_media_type', 'installation_busy'] as const),
      ...(['confirmation_missing', 'idempotency_key_reused', 'maintenance'] as const),
      ...(['backup_format_unknown', 'backup_place_unavailable'] as const),
    ),
  );
}
