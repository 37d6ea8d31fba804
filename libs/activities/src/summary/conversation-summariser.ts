import {
  DEFAULT_TEMPLATE,
  type SummaryContent,
  type SummaryEvidence,
  type SummaryForm,
} from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import { languageOf, summaryCoverage, summaryParts } from '#domain';
import type { SummaryWork } from '#store';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { combineGroups } from './combine-groups.ts';
import { KeptAnswers } from '../shared/language/kept-answers.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { SKIPPED } from '../shared/skipped.ts';
import { PartSummariser } from './part-summariser.ts';
import type { SummarisedPart } from './summarised-part.ts';
import { warningsOf } from './summary-warnings.ts';

/** A run, its engine, and its heartbeats. */
interface Summarising {
  readonly run: TaskRun;
  readonly kept: KeptAnswers;
  readonly parts: PartSummariser;
  readonly scope: HeartbeatScope;
}

/** A summary with what it rests on. */
interface Made {
  readonly content: SummaryContent;
  readonly evidence: SummaryEvidence;
}

/**
 * Summarises a conversation of any length: each part, and then the summaries of the parts. Of every answer
 * only what was said is taken.
 */
export class ConversationSummariser {
  constructor(private readonly deps: LanguageDependencies) {}

  async summarise(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<TaskOutcome> {
    const { summaries, rules } = this.deps;
    const work = await summaries.start(run, runId);
    if (work === null) return SKIPPED;
    const { conversationId, title, turns, revision } = work;
    // Of the conversation, not of the task: later tasks use the same parts.
    const kept = KeptAnswers.of(this.deps, run, 'summary', work.settings).for(conversationId);
    const form = formOf(work);
    const parts = new PartSummariser(rules, { title, form, turns, signal: scope.signal });
    const made = await this.make({ run, kept, parts, scope }, turns);
    const warnings = [...kept.calls.warnings, ...warningsOf(made, form, kept.engine.costly)];
    const saved = await summaries.complete(run, {
      ...{ revision, form, warnings },
      engine: kept.calls.madeBy,
      turnCount: turns.length,
      content: made?.content ?? null,
      evidence: made?.evidence ?? null,
    });
    if (saved === null) return SKIPPED;
    return { kind: 'done', done: turns.length, warnings, behind: saved.behind };
  }

  private async make(work: Summarising, turns: SummaryWork['turns']): Promise<Made | null> {
    if (turns.length === 0) return null;
    const { maxSummaryCharacters, maxWholeCharacters } = work.kept.engine;
    const parts = summaryParts(turns, maxSummaryCharacters, maxWholeCharacters);
    const made: SummarisedPart[] = [];
    await work.parts.lookUp(work.kept, parts.slice(0, -1));
    for (const [index, part] of parts.entries()) {
      work.scope.signal.throwIfAborted();
      // The last part grows with the next exchange; all others stay as they are.
      const kept = index < parts.length - 1 ? work.kept.storing() : work.kept;
      made.push(await work.parts.summarise(kept, part));
      await this.report(work, made.length, parts.length);
    }
    const { content, leftOut } = await combineAll(work, made);
    return { content, evidence: { leftOut, coverage: summaryCoverage(content, turns) } };
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

/**
 * Combines summaries in groups until one is left, so that any number of parts fits. All groups but the last stay
 * as they are when the conversation goes on, so their combination is stored.
 */
async function combineAll(
  work: Summarising,
  parts: readonly SummarisedPart[],
): Promise<SummarisedPart> {
  const [first, ...others] = parts;
  if (!first) throw new Error('there is no part to combine');
  if (others.length === 0) return first;
  const combined: SummarisedPart[] = [];
  const groups = combineGroups(parts, work.kept.engine.maxCombinedCharacters);
  await work.parts.lookUpCombined(work.kept, groups.slice(0, -1));
  for (const [index, group] of groups.entries()) {
    work.scope.signal.throwIfAborted();
    const kept = index < groups.length - 1 ? work.kept.storing() : work.kept;
    combined.push(await work.parts.combine(kept, group));
  }
  return combineAll(work, combined);
}

/** The form that people have chosen, in the language of the conversation. */
function formOf({ style, turns }: SummaryWork): SummaryForm {
  const { template, prompt } = style ?? { template: DEFAULT_TEMPLATE, prompt: null };
  return { template, prompt, language: languageOf(turns.map(({ text }) => text)) };
}
