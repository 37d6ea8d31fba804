import type { ReportChangesView, ReportHead, ReportView, Task } from '#contracts/api';
import type { Figure, ReportEntry } from '#contracts/model';
import { EXAMPLE } from '../../openapi/example-ids.ts';
import { REQUESTED_SUMMARY_EXAMPLE } from '../../tasks/tasks.examples.ts';

export const REPORT_TASK_EXAMPLE: Task = {
  ...REQUESTED_SUMMARY_EXAMPLE,
  id: EXAMPLE.reportTaskId,
  type: 'agent_report',
  conversationId: null,
  settings: { agent: 'financial', cause: 'request' },
  progress: { stage: null, unit: 'sources', done: 0, total: null, percent: 0 },
  workflowId: `agent_report:financial:${EXAMPLE.projectId}`,
  temporalUiUrl: `http://127.0.0.1:4703/namespaces/default/workflows/agent_report%3Afinancial%3A${EXAMPLE.projectId}`,
};

const DEPOSIT: ReportEntry = {
  id: EXAMPLE.factId,
  factIds: [EXAMPLE.factId],
  type: 'expense',
  label: 'venue deposit',
  value: { kind: 'money', amount: '1200.00', currency: 'EUR' },
  on: { date: '2026-11-20', precision: 'day' },
  who: null,
  status: null,
  category: 'Venue',
  state: 'counted',
  held: null,
  supersededBy: null,
  disputes: [],
  decided: null,
  saidOn: '2026-11-22',
  saidAt: EXAMPLE.createdAt,
};

const SPENT: Figure = {
  label: 'Spent',
  value: { kind: 'money', amount: '1200.00', currency: 'EUR' },
  entries: [DEPOSIT.id],
  how: 'The sum of 1 expense.',
};

export const REPORT_HEAD_EXAMPLE: ReportHead = {
  id: EXAMPLE.reportId,
  projectId: EXAMPLE.projectId,
  agent: 'financial',
  taskId: EXAMPLE.reportTaskId,
  cause: 'request',
  engine: 'builtin-1',
  complete: true,
  counts: {
    ...{ conversations: 4, documents: 1, facts: 1, sourcesRead: 5, sourcesFailed: 0 },
    dropped: { value_not_in_quote: 1 },
    gaps: {
      statements: [
        {
          reason: 'value_not_in_quote',
          at: { kind: 'written', documentId: EXAMPLE.documentId, place: { row: 7 } },
          sourceName: 'costs.csv',
        },
      ],
      sources: [],
    },
  },
  createdAt: '2026-11-22T09:32:00.000Z',
};

export const REPORT_EXAMPLE: ReportView = {
  ...REPORT_HEAD_EXAMPLE,
  current: true,
  content: {
    figures: [SPENT],
    blocks: [
      {
        kind: 'bars',
        key: 'categories',
        title: 'By category',
        bars: [{ label: 'Venue', value: SPENT, more: null, reference: null }],
      },
    ],
    entries: [DEPOSIT],
  },
};

export const CHANGES_EXAMPLE: ReportChangesView = {
  since: EXAMPLE.earlierReportId,
  figures: [{ label: SPENT.label, before: { ...SPENT, value: null, entries: [] }, after: SPENT }],
  added: [DEPOSIT],
  removed: [],
  changed: [],
};
