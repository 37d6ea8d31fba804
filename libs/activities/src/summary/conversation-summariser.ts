import {
  DEFAULT_TEMPLATE,
  type SummaryContent,
  type SummaryEvidence,
  type SummaryForm,
} from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import { summaryCoverage } from '#domain';
import type { SummaryRequested } from '#store';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { combineGroups } from './combine-groups.ts';
import { coveredText } from './covered-text.ts';
import { KeptAnswers } from '../shared/language/kept-answers.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { SKIPPED } from '../shared/skipped.ts';
import { PartSummariser } from './part-summariser.ts';
import type { PlacedPart, SummarisedPart } from './summarised-part.ts';
import {
  allTurnsOf,
  partsOf,
  readText,
  TextNeeded,
  turnCountOf,
  wholeText,
  type SummaryText,
} from './summary-text.ts';
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
    const { summaries } = this.deps;
    const begun = await summaries.begin(run, runId, (reader, requested) => {
      const { engine } = this.keptFor(run, requested);
      // A model takes longer than reading, and the check of what it writes reads much of the text anyway.
      return engine.costly ? Promise.resolve(null) : readText(reader, engine);
    });
    if (begun === null) return SKIPPED;
    const { requested, text } = begun;
    const done = text && (await unlessTextNeeded(this.summariseText(run, requested, text, scope)));
    return done ?? this.summariseWhole(run, runId, scope);
  }

  private async summariseWhole(
    run: TaskRun,
    runId: string,
    scope: HeartbeatScope,
  ): Promise<TaskOutcome> {
    const work = await this.deps.summaries.start(run, runId);
    if (work === null) return SKIPPED;
    return this.summariseText(run, work, wholeText(work, this.keptFor(run, work).engine), scope);
  }

  private keptFor(run: TaskRun, { settings, conversationId }: SummaryRequested): KeptAnswers {
    // Of the conversation, not of the task: later tasks use the same parts.
    return KeptAnswers.of(this.deps, run, 'summary', settings).for(conversationId);
  }

  private async summariseText(
    run: TaskRun,
    requested: SummaryRequested,
    text: SummaryText,
    scope: HeartbeatScope,
  ): Promise<TaskOutcome> {
    const kept = this.keptFor(run, requested);
    const { title, revision, found } = text;
    const form = formOf(requested, text);
    const turns = allTurnsOf(text);
    const { signal } = scope;
    const parts = new PartSummariser(this.deps.rules, { title, form, turns, signal });
    const made = await this.make({ run, kept, parts, scope }, text);
    const warnings = [...kept.calls.warnings, ...warningsOf(made, form, kept.engine.costly)];
    const turnCount = turnCountOf(text);
    const result = {
      ...{ revision, form, warnings, turnCount },
      engine: kept.calls.madeBy,
      content: made?.content ?? null,
      evidence: made?.evidence ?? null,
    };
    const saved = await this.deps.summaries.complete(run, result, found);
    if (saved === null) return SKIPPED;
    return { kind: 'done', done: turnCount, warnings, behind: saved.behind };
  }

  private async make(work: Summarising, text: SummaryText): Promise<Made | null> {
    if (turnCountOf(text) === 0) return null;
    const parts = partsOf(text);
    const made: PlacedPart[] = [];
    await work.parts.lookUp(work.kept, parts.slice(0, -1));
    for (const [index, part] of parts.entries()) {
      work.scope.signal.throwIfAborted();
      // The last part grows with the next exchange; all others stay as they are.
      const kept = index < parts.length - 1 ? work.kept.storing() : work.kept;
      made.push(await work.parts.summarise(kept, part));
      await this.report(work, made.length, parts.length);
    }
    const { content, leftOut } = await combineAll(work, made);
    const coverage = summaryCoverage(content, coveredText(content, text, made));
    return { content, evidence: { leftOut, coverage } };
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

/** @returns `null` when the text has to be read after all */
async function unlessTextNeeded<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TextNeeded) return null;
    throw error;
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
function formOf({ style }: SummaryRequested, { language }: SummaryText): SummaryForm {
  const { template, prompt } = style ?? { template: DEFAULT_TEMPLATE, prompt: null };
  return { template, prompt, language };
}
