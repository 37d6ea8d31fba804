import type { StageOutcome, SummaryContent, TaskRun, TaskWarning } from '#contracts/messages';
import { summaryParts } from '#domain';
import type { SummaryWork } from '#store';
import type { HeartbeatScope } from '../shared/with-heartbeat.ts';
import { summaryContentSchema } from './answers.schema.ts';
import { combineGroups } from './combine-groups.ts';
import { KeptAnswers } from './kept-answers.ts';
import type { LanguageDependencies } from './language-dependencies.ts';
import { SKIPPED } from './skipped.ts';

/** Work of a summary that was interrupted, with what it is told by. */
interface Summarising {
  readonly run: TaskRun;
  readonly title: string;
  readonly scope: HeartbeatScope;
}

/** Summarises a conversation of any length: part by part, and then the parts. */
export class ConversationSummariser {
  private readonly kept: KeptAnswers;

  constructor(private readonly deps: LanguageDependencies) {
    this.kept = new KeptAnswers(deps.engine, deps.answers);
  }

  async summarise(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<StageOutcome> {
    const { engine, summaries } = this.deps;
    const work = await summaries.start(run, runId);
    if (work === null) return SKIPPED;
    const content = work.turns.length === 0 ? null : await this.contentOf(run, work, scope);
    const warnings = content === null ? [nothingSaid()] : [];
    const saved = await summaries.complete(run, {
      revision: work.revision,
      engine: engine.fingerprint,
      turnCount: work.turns.length,
      content,
      warnings,
    });
    if (saved === null) return SKIPPED;
    return { kind: 'done', done: work.turns.length, warnings, behind: saved.behind };
  }

  private async contentOf(
    run: TaskRun,
    { title, turns }: SummaryWork,
    scope: HeartbeatScope,
  ): Promise<SummaryContent> {
    const work = { run, title, scope };
    const parts = summaryParts(turns, this.deps.engine.maxSummaryCharacters);
    const contents: SummaryContent[] = [];
    for (const part of parts) {
      scope.signal.throwIfAborted();
      contents.push(await this.summarisePart({ title, turns: part }, scope));
      await this.report(work, contents.length, parts.length);
    }
    return this.combineAll(work, contents);
  }

  /** Parts are combined a few at a time until one is left, so that any number of them fits. */
  private async combineAll(
    work: Summarising,
    parts: readonly SummaryContent[],
  ): Promise<SummaryContent> {
    const [first, ...others] = parts;
    if (!first) throw new Error('there is always a part');
    if (others.length === 0) return first;
    const combined: SummaryContent[] = [];
    for (const group of combineGroups(parts, this.deps.engine.maxSummaryCharacters)) {
      work.scope.signal.throwIfAborted();
      combined.push(await this.combine(work, group));
    }
    return this.combineAll(work, combined);
  }

  private summarisePart(
    request: Parameters<LanguageDependencies['engine']['summarise']>[0],
    { signal }: HeartbeatScope,
  ): Promise<SummaryContent> {
    return this.kept.ask(
      'summarise',
      request,
      summaryContentSchema,
      () => this.deps.engine.summarise(request, { signal }),
      signal,
    );
  }

  private async combine(
    { title, scope }: Summarising,
    parts: readonly SummaryContent[],
  ): Promise<SummaryContent> {
    const [only, ...others] = parts;
    if (only && others.length === 0) return only;
    const { signal } = scope;
    return this.kept.ask(
      'combine',
      { title, parts },
      summaryContentSchema,
      () => this.deps.engine.combine({ title, parts }, { signal }),
      signal,
    );
  }

  private async report({ run, scope }: Summarising, done: number, total: number): Promise<void> {
    scope.report({ done, total });
    if (this.deps.engine.costly) await this.deps.tasks.advance(run, done, total);
  }
}

function nothingSaid(): TaskWarning {
  const message = 'Nothing has been said in this conversation yet.';
  return { code: 'nothing_to_summarise', message };
}
