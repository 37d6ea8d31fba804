import type { Citation, ReportContent } from '#contracts/model';
import { hashedId } from './database/ids.ts';
import type { CountedProject, NewProject } from './projects/projects.repository.ts';
import type { MadeReport, SourceReading, StoredMaterial } from './reports/report.records.ts';
import { runOf, type TestStore } from './store.fixture.ts';
import type { TaskRecord } from './tasks/task.records.ts';

/** A project as a person creates it. */
export function newProject(
  store: TestStore,
  given: Partial<NewProject> = {},
): Promise<CountedProject> {
  const project = { ownerId: 'ada', name: 'Summer festival', currency: 'EUR', timeZone: 'UTC' };
  const refresh = 'manual' as const;
  return store.repositories.projects.create({ ...project, refresh, ...given }, null);
}

/** A document as the gateway passes it to the store. */
export function aDocument(projectId: string, fileName = 'budget.csv') {
  const sha256 = 'd'.repeat(64);
  return { projectId, fileName, sizeBytes: 1_000, sha256, writtenOn: '2026-11-03' };
}

type ReadFact = NonNullable<SourceReading['facts']>[number];

/** An expense of 300 EUR that was said in a conversation. */
export function aFact(
  conversationId: string,
  given: Partial<ReadFact> = {},
  turnId = 'trn_1',
): ReadFact {
  const citation: Citation = {
    ...{ kind: 'spoken', conversationId, turnId, clipId: null },
    ...{ quote: [], value: [], startMs: null, endMs: null },
  };
  return {
    id: hashedId('fact', `${conversationId} ${given.position ?? 0}`),
    type: 'expense',
    label: 'cables',
    value: { kind: 'money', amount: '300.00', currency: 'EUR' },
    ...{ on: null, who: 'Ada', status: null, category: 'Equipment' },
    ...{ certainty: 'certain', corrects: false, clear: true },
    ...{ quote: 'We paid 300 for the cables', citation, speaker: 'Ada' },
    ...{ saidOn: '2026-11-03', saidAt: new Date('2026-11-03T10:00:00Z'), position: 0 },
    ...given,
  };
}

/** What an agent has read in a source. */
export function aReading(
  projectId: string,
  sourceId: string,
  given: Partial<SourceReading> = {},
): SourceReading {
  const { agent = 'financial' } = given;
  const id = hashedId('fact', `${projectId} ${agent} ${sourceId}`);
  return {
    ...{ projectId, agent, sourceId, reader: 'reader-1', revision: 1 },
    ...{ talk: [], dropped: {}, leftOut: [], errorCode: null },
    facts: sourceId.startsWith('cnv_') ? [aFact(sourceId, { id })] : [],
    ...given,
  };
}

const CONTENT: ReportContent = { figures: [], blocks: [], entries: [] };

/** A report that was made of some material. */
export function aReport({
  counts,
  wanted,
  sourceIds,
}: Pick<StoredMaterial, 'counts' | 'wanted' | 'sourceIds'>): MadeReport {
  return {
    content: CONTENT,
    counts: { ...counts, sourcesRead: 1 },
    ...{ engine: 'instant', wanted, sourceIds, warnings: [] },
  };
}

/** Makes a financial report about a project. @returns its id */
export async function newReport(store: TestStore, projectId: string): Promise<string> {
  const { reportRequests, reportRuns, reports } = store.repositories;
  const { task } = await reportRequests.request(projectId, { agent: 'financial' }, null);
  const work = await reportRuns.start(runOf(task), `run of ${task.id}`);
  if (work === null) throw new Error('there is nothing to report');
  await reportRuns.complete(runOf(task), work, aReport(await reportRuns.material(work)));
  return (await reports.latest(projectId, 'financial'))?.id ?? '';
}

/** A conversation in a project, and a report that was computed from a fact of it. */
export async function aReportedConversation(store: TestStore) {
  const { conversations, reportRuns } = store.repositories;
  const { id: projectId, ownerId } = await newProject(store);
  const given = { ownerId, title: 'Costs', tags: [], projectId };
  const { id } = await conversations.create(given, null);
  await reportRuns.keepReading(aReading(projectId, id));
  return { id, projectId, reportId: await newReport(store, projectId) };
}

/** The pending task of a project, of a type and, for reports, of an agent. */
export async function takenOfProject(
  store: TestStore,
  projectId: string,
  type: 'agent_report' | 'document_reading',
  agent = 'financial',
): Promise<TaskRecord> {
  const { tasks } = await store.repositories.pendingWork.take({ kind: 'project', id: projectId });
  const [task] = tasks.filter((each) => each.type === type && (each.agent ?? agent) === agent);
  if (!task) throw new Error(`there is no pending ${type} task`);
  return store.task(task.taskId);
}
