import { setImmediate as nextTurn } from 'node:timers/promises';
import { addTalk, findAgent, inTurns, reportSteps, type AgentDefinition } from '#agents';
import type { TaskRun, TaskStep, TaskWarning } from '#contracts/tasks';
import type { CollectedSources, ReadSources, TaskOutcome, WriteReport } from '#contracts/workflows';
import { dayIn } from '#contracts/model';
import { AppError } from '#platform';
import type { MadeReport, ReportWork, SourceRef, UnreadQuery } from '#store';
import { workflowRunId } from '../shared/activity-run.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { SKIPPED } from '../shared/skipped.ts';
import { readerId } from './reader-id.ts';
import { EngineCalls } from '../shared/language/engine-calls.ts';
import { SourceReader, type SourceReaderOptions } from './source-reader.ts';

/** Sources that are looked up together. */
const SOURCES_TOGETHER = 20;

/** After that a call returns, so that progress shows in Temporal and a lost one costs little. */
const LONGEST_CALL_MS = 10_000;

/** A report that is being made. */
interface Making {
  readonly work: ReportWork;
  readonly agent: AgentDefinition;
  readonly options: SourceReaderOptions;
  readonly unread: UnreadQuery;
}

/** Makes the reports of agents, in steps that can each be repeated. */
export class ReportMaker {
  constructor(private readonly deps: LanguageDependencies) {}

  async collect(run: TaskRun): Promise<CollectedSources> {
    const making = await this.begin(run);
    if (making === null) return { kind: 'skip', unread: 0 };
    const unread = await this.deps.reportRuns.countUnread(making.unread);
    await this.advance(run, 'collect', 0, unread);
    return { kind: 'done', unread };
  }

  /** Reads sources one after the other until there are none, or the time of the call is over. */
  async read(run: TaskRun, scope: HeartbeatScope): Promise<ReadSources> {
    const making = await this.begin(run);
    if (making === null) return { kind: 'skip', read: 0, unread: 0 };
    const { reportRuns } = this.deps;
    const before = await reportRuns.countRead(making.unread);
    const endsAt = Date.now() + LONGEST_CALL_MS;
    let read = 0;
    let left = await reportRuns.countUnread(making.unread);
    // Shown before the first source as well, which may take long.
    await this.showReading(run, scope, before, before + left);
    while (Date.now() < endsAt) {
      const sources = await reportRuns.unread(making.unread, SOURCES_TOGETHER);
      if (sources.length === 0) break;
      for (const source of sources) {
        await this.readOne(making, source, scope.signal);
        read += 1;
        if (Date.now() >= endsAt) break;
      }
      left = await reportRuns.countUnread(making.unread);
      await this.showReading(run, scope, before + read, before + read + left);
    }
    return { kind: 'done', read, unread: left };
  }

  async write({ partial = false, ...run }: WriteReport): Promise<TaskOutcome> {
    const making = await this.begin(run);
    if (making === null) return SKIPPED;
    const made = await this.make(run, making);
    const { reportRuns } = this.deps;
    const outcome = {
      kind: 'done',
      done: made.counts.sourcesRead,
      warnings: made.warnings,
    } as const;
    if (partial) {
      await reportRuns.writePartial(run, making.work, made);
      return { ...outcome, behind: false };
    }
    const saved = await reportRuns.complete(run, making.work, made);
    return saved === null ? SKIPPED : { ...outcome, behind: saved.behind };
  }

  /** @throws AppError `agent_unknown`, `engine_unknown` when this worker has none of this name */
  private async begin(run: TaskRun): Promise<Making | null> {
    const work = await this.deps.reportRuns.start(run, workflowRunId());
    if (work === null) return null;
    const agent = findAgent(work.agent);
    if (agent === null) {
      throw new AppError('agent_unknown', `There is no agent ${work.agent} in this worker.`);
    }
    const engine = this.deps.engines.chooseFor('agent_report', work.settings.engine);
    const { id: projectId, currency, plan, timeZone } = work.project;
    const categories = [...new Set(plan.budget.map(({ category }) => category))];
    // Facts are stored as those of the engine that was chosen, so no other one takes its place.
    const calls = new EngineCalls(engine, { ...this.deps, fallback: null }, run.taskId);
    const by = { engine, calls, reader: agent, context: { currency, categories } };
    const reader = readerId(by, timeZone);
    const unread = { projectId, agent: agent.name, reader, since: work.startedAt };
    return { work, agent, unread, options: { ...by, readerId: reader } };
  }

  private showReading(
    run: TaskRun,
    scope: HeartbeatScope,
    done: number,
    total: number,
  ): Promise<void> {
    scope.report({ done, total });
    return this.advance(run, 'read', done, total);
  }

  private async readOne(
    { work, options }: Making,
    source: SourceRef,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    const reading = await new SourceReader(this.deps, options).read(work, source, signal);
    if (reading !== null) await this.deps.reportRuns.keepReading(reading);
  }

  private async make(run: TaskRun, { work, agent, options, unread }: Making): Promise<MadeReport> {
    const { reportRuns } = this.deps;
    const sourcesRead = await reportRuns.countRead(unread);
    const show = (step: TaskStep) => this.advance(run, step, sourcesRead, sourcesRead);
    await show('reconcile');
    const { facts, plan, project, talks, counts, ...known } = await reportRuns.material(work);
    const { currency, timeZone } = project;
    const today = dayIn(timeZone, new Date());
    const talk = addTalk(talks);
    const steps = reportSteps(agent, { facts, plan, currency, today, talk });
    await show('compute');
    const content = await inTurns(steps, nextTurn);
    await show('write');
    return {
      content,
      counts: { ...counts, sourcesRead },
      engine: options.engine.fingerprint,
      ...known,
      warnings: warningsOf(counts.sourcesFailed),
    };
  }

  private advance(run: TaskRun, step: TaskStep, done: number, total: number): Promise<void> {
    return this.deps.reportRuns.advance(run, { step, done, total });
  }
}

function warningsOf(failed: number): readonly TaskWarning[] {
  if (failed === 0) return [];
  const what = failed === 1 ? 'One source' : `${failed} sources`;
  const message = `${what} could not be read; the report has what was read of them before.`;
  return [{ code: 'source_not_read', message }];
}
