import type { SummaryContent } from '#contracts/model';
import type { TaskRun, TaskWarning } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import { summaryParts, type PartTurn } from '#domain';
import type { SpokenTurn, SummaryWork } from '#store';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { summaryContentSchema } from '../shared/language/answers.schema.ts';
import { combineGroups } from './combine-groups.ts';
import type { Ask } from '../shared/language/engine-calls.ts';
import { KeptAnswers } from '../shared/language/kept-answers.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { SKIPPED } from '../shared/skipped.ts';

/** A run, its engine, and its heartbeats, with the title of the conversation. */
interface Summarising {
  readonly run: TaskRun;
  readonly kept: KeptAnswers;
  readonly title: string;
  readonly scope: HeartbeatScope;
}

/** Summarises a conversation of any length: each part, and then the summaries of the parts. */
export class ConversationSummariser {
  constructor(private readonly deps: LanguageDependencies) {}

  async summarise(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<TaskOutcome> {
    const { summaries } = this.deps;
    const work = await summaries.start(run, runId);
    if (work === null) return SKIPPED;
    const { conversationId, title, turns, revision } = work;
    // Of the conversation, not of the task: later tasks use the same parts.
    const kept = KeptAnswers.of(this.deps, run, 'summary', work.settings).for(conversationId);
    const content = await this.contentOf({ run, kept, title, scope }, turns);
    const warnings = content === null ? [nothingToSummarise()] : kept.calls.warnings;
    const saved = await summaries.complete(run, {
      revision,
      engine: kept.calls.madeBy,
      turnCount: turns.length,
      content,
      warnings,
    });
    if (saved === null) return SKIPPED;
    return { kind: 'done', done: turns.length, warnings, behind: saved.behind };
  }

  private async contentOf(
    work: Summarising,
    turns: SummaryWork['turns'],
  ): Promise<SummaryContent | null> {
    if (turns.length === 0) return null;
    const parts = summaryParts(turns, work.kept.engine.maxSummaryCharacters);
    const contents: SummaryContent[] = [];
    for (const [index, part] of parts.entries()) {
      work.scope.signal.throwIfAborted();
      // The last part grows with the next exchange; all others stay as they are.
      const kept = index < parts.length - 1 ? work.kept.storing() : work.kept;
      contents.push(await summarisePart({ ...work, kept }, part));
      await this.report(work, contents.length, parts.length);
    }
    return combineAll(work, contents);
  }

  private async report(
    { run, kept, scope }: Summarising,
    done: number,
    total: number,
  ): Promise<void> {
    scope.report({ done, total });
    if (kept.engine.costly) await this.deps.tasks.advance(run, done, total);
  }
}

async function summarisePart(
  { kept, title, scope: { signal } }: Summarising,
  turns: readonly PartTurn<SpokenTurn>[],
): Promise<SummaryContent> {
  const request = { title, turns };
  const ask: Ask<SummaryContent> = (engine, call) => engine.summarise(request, call);
  return (await kept.ask('summarise', request, summaryContentSchema, ask, signal)).answer;
}

/** Combines summaries in groups until one is left, so that any number of parts fits. */
async function combineAll(
  work: Summarising,
  parts: readonly SummaryContent[],
): Promise<SummaryContent> {
  const [first, ...others] = parts;
  if (!first) throw new Error('there is no part to combine');
  if (others.length === 0) return first;
  const combined: SummaryContent[] = [];
  for (const group of combineGroups(parts, work.kept.engine.maxSummaryCharacters)) {
    work.scope.signal.throwIfAborted();
    combined.push(await combine(work, group));
  }
  return combineAll(work, combined);
}

async function combine(
  { kept, title, scope: { signal } }: Summarising,
  parts: readonly SummaryContent[],
): Promise<SummaryContent> {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const ask: Ask<SummaryContent> = (engine, call) => engine.combine({ title, parts }, call);
  const request = { title, parts };
  return (await kept.ask('combine', request, summaryContentSchema, ask, signal)).answer;
}

function nothingToSummarise(): TaskWarning {
  const message = 'Nothing has been said in this conversation yet.';
  return { code: 'nothing_to_summarise', message };
}
