import type {
  RetentionDue,
  RetentionRule,
  SetRetentionRule,
  Task,
  TryRetention,
} from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';
import { PENDING_TASK_EXAMPLE } from '../tasks/tasks.examples.ts';

const AUDIO: SetRetentionRule = {
  subject: 'audio',
  ownerId: null,
  projectId: null,
  keptDays: 90,
};
const KEPT: SetRetentionRule = {
  subject: 'everything',
  ownerId: 'ada',
  projectId: EXAMPLE.projectId,
  keptDays: null,
};

export const RETENTION_RULE_BODIES: Readonly<
  Record<string, { readonly summary: string; readonly value: SetRetentionRule }>
> = {
  audio: { summary: 'Recordings of all owners go after 90 days', value: AUDIO },
  exception: { summary: 'A project of one owner is kept for ever', value: KEPT },
};

export const RETENTION_RULE_EXAMPLE: RetentionRule = {
  id: EXAMPLE.retentionRuleId,
  ...AUDIO,
  createdAt: EXAMPLE.createdAt,
};

export const TRY_RETENTION_BODIES: Readonly<
  Record<string, { readonly summary: string; readonly value: TryRetention }>
> = {
  set: { summary: 'What the rules that are set would remove', value: {} },
  given: { summary: 'What other rules would remove', value: { rules: [AUDIO, KEPT] } },
};

export const RETENTION_DUE_EXAMPLE: RetentionDue = {
  audio: { conversations: 12, clips: 14, bytes: 481_036_288 },
  transcripts: { conversations: 0, clips: 0, bytes: 0 },
  everything: { conversations: 3, clips: 2, bytes: 20_971_520 },
};

export const RETENTION_TASK_EXAMPLE: Task = {
  ...PENDING_TASK_EXAMPLE,
  id: EXAMPLE.retentionTaskId,
  type: 'retention',
  ownerId: 'installation',
  conversationId: null,
  clipId: null,
  progress: { stage: null, unit: 'items', done: 0, total: null, percent: 0 },
  workflowId: 'retention:installation',
};
