import type { PreviewReplacement, Replacement, ReplacementPassage } from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

export const REPLACEMENT_BODIES: Readonly<Record<string, { readonly value: PreviewReplacement }>> =
  {
    forms: {
      value: { level: 'owner', id: 'ada', term: 'Kaito', forms: ['Kyto'], capitals: false },
    },
    capitals: {
      value: {
        ...{ level: 'project', id: EXAMPLE.projectId },
        ...{ term: 'Heron', forms: [], capitals: true },
      },
    },
  };

export const PREVIEW_EXAMPLE: Replacement = {
  id: EXAMPLE.replacementId,
  ownerId: 'ada',
  level: 'owner',
  scopeId: 'ada',
  term: 'Kaito',
  forms: ['Kyto'],
  capitals: false,
  conversationCount: 14,
  passageCount: 31,
  counts: { pending: 31, replaced: 0, changed: 0, undone: 0, kept: 0 },
  applied: null,
  undone: null,
  createdAt: EXAMPLE.createdAt,
};

export const APPLIED_EXAMPLE: Replacement = {
  ...PREVIEW_EXAMPLE,
  applied: { taskId: EXAMPLE.bulkTaskId, state: 'pending' },
};

export const UNDONE_EXAMPLE: Replacement = {
  ...PREVIEW_EXAMPLE,
  counts: { pending: 0, replaced: 30, changed: 1, undone: 0, kept: 0 },
  applied: { taskId: EXAMPLE.bulkTaskId, state: 'completed' },
  undone: { taskId: EXAMPLE.retentionTaskId, state: 'pending' },
};

export const PASSAGE_EXAMPLE: ReplacementPassage = {
  conversationId: EXAMPLE.conversationId,
  title: 'Launch planning',
  turnId: EXAMPLE.turnId,
  segmentId: EXAMPLE.segmentId,
  speaker: 'Ada',
  before: 'We asked Kyto.',
  after: 'We asked Kaito.',
  outcome: 'pending',
};
