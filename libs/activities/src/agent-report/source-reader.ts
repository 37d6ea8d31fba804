import { setImmediate as nextTurn } from 'node:timers/promises';
import { addTalk, inTurns, passagesOf, type CheckedDrafts, type PlacedPassage } from '#agents';
import type { SpeakerTalk } from '#contracts/model';
import { AppError } from '#platform';
import type { ReportWork, Repositories, SourceReading, SourceRef } from '#store';
import { ENGINE_TRIES, engineFaults } from '../shared/engine-faults.ts';
import { engineCall } from '../shared/engine-call.ts';
import type { CheckingRules } from '../shared/language/language-dependencies.ts';
import { PassageAnswers, type PassageReader } from './passage-answers.ts';
import { sourceFacts } from './source-facts.ts';
import { spokenText, writtenText, type SourceText } from './source-texts.ts';
import { talkBatches } from './talk-batches.ts';

/** Passages whose answers are looked up, and stored, together. */
const PASSAGES_TOGETHER = 4;

/** What sources are read from and with. */
export type SourceDependencies = Pick<Repositories, 'answers' | 'documents' | 'spokenSources'> & {
  readonly rules: CheckingRules;
};

/** Of a passage without drafts. */
const NOTHING_FOUND: CheckedDrafts = { found: [], dropped: {}, leftOut: [] };

/** What reads the sources of a report. */
export interface SourceReaderOptions extends PassageReader {
  /** See `UnreadQuery.reader`. */
  readonly readerId: string;
}

/** Reads the facts of one source. */
export class SourceReader {
  constructor(
    private readonly deps: SourceDependencies,
    private readonly options: SourceReaderOptions,
  ) {}

  /**
   * Reads a source. One that an engine refuses to read, or cannot, is noted; the others are read.
   * @returns `null` when the source is gone
   * @throws AppError that a later try may not meet
   */
  async read(
    { project, agent }: ReportWork,
    source: SourceRef,
    signal: AbortSignal,
  ): Promise<SourceReading | null> {
    const text = await this.textOf(project.id, source, project.timeZone);
    if (text === null) return null;
    const talk = await this.talkOf(text, signal);
    const { revision } = text;
    const subject = { projectId: project.id, agent, sourceId: source.id, revision, talk };
    const known = { ...subject, reader: this.options.readerId };
    try {
      const scope = `${project.id}|${agent}`;
      const read = await this.factsOf({ scope, source }, text, signal);
      return { ...known, ...read, errorCode: null };
    } catch (error) {
      if (!isOfSource(error)) throw error;
      return { ...known, facts: null, dropped: {}, leftOut: [], errorCode: error.code };
    }
  }

  private async factsOf(
    { scope, source }: { readonly scope: string; readonly source: SourceRef },
    { lines, cited }: SourceText,
    signal: AbortSignal,
  ) {
    const answers = new PassageAnswers(this.deps.answers, source.id);
    const passages = passagesOf(lines, this.options.engine.maxPassageCharacters);
    const checked: CheckedDrafts[] = [];
    for (let from = 0; from < passages.length; from += PASSAGES_TOGETHER) {
      const some = passages.slice(from, from + PASSAGES_TOGETHER);
      checked.push(...(await this.checked(answers, some, signal)));
    }
    return inTurns(sourceFacts(scope, { passages, checked, lines: cited }), nextTurn);
  }

  /** What was found of the drafts of some passages, in the order of the passages. */
  private async checked(
    answers: PassageAnswers,
    some: readonly PlacedPassage[],
    signal: AbortSignal,
  ): Promise<readonly CheckedDrafts[]> {
    const passages = some.map(({ passage }) => passage);
    const drafts = await answers.read(passages, this.options, signal);
    const { reader, context } = this.options;
    const checks = passages.map(async (passage, index) => {
      const toCheck = { drafts: drafts[index] ?? [], passage, context, reader };
      if (toCheck.drafts.length === 0) return NOTHING_FOUND;
      return this.deps.rules.checkDrafts(toCheck, engineCall(signal));
    });
    return Promise.all(checks);
  }

  private async talkOf({ said }: SourceText, signal: AbortSignal): Promise<readonly SpeakerTalk[]> {
    const talks: (readonly SpeakerTalk[])[] = [];
    for (const turns of talkBatches(said)) {
      talks.push(await this.deps.rules.talkOf(turns, engineCall(signal)));
    }
    return addTalk(talks);
  }

  private async textOf(
    projectId: string,
    { kind, id }: SourceRef,
    timeZone: string,
  ): Promise<SourceText | null> {
    if (kind === 'conversation') {
      const source = await this.deps.spokenSources.find(id);
      return source && spokenText(id, source, timeZone);
    }
    const { documents } = this.deps;
    const document = await documents.find(projectId, id).catch(unlessGone);
    if (document === null) return null;
    return writtenText(document, await documents.parts(id, -1, document.partCount ?? 0));
  }
}

/** Whether a failure is that of one source, so that the others are read. */
function isOfSource(error: unknown): error is AppError {
  if (!(error instanceof AppError)) return false;
  // A wrong key or model fails every source: the task fails, and says what to check.
  if (error.code === 'language_engine_misconfigured') return false;
  const isLastTry = engineFaults() >= ENGINE_TRIES - 1;
  return !error.retryable || (error.code === 'language_answer_invalid' && isLastTry);
}

function unlessGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null;
  throw error;
}
