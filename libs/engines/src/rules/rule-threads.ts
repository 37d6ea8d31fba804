import path from 'node:path';
import type { CheckedDrafts, TalkTurn } from '#agents';
import type {
  CompactEntry,
  FactDraft,
  FactReader,
  Passage,
  ReadingContext,
  SpeakerTalk,
  SummaryContent,
} from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';
import type { CheckedSummary, SummaryToCheck } from '../language/evidence/check-summary.ts';
import type { GuardedCorrection, GuardVerdict } from '../language/guard/guard.ts';
import type { HeardTexts } from '../language/guard/terms/heard-entries.ts';
import type {
  CombineRequest,
  CorrectedText,
  CorrectionRequest,
  FactRequest,
  Score,
  ScoreRequest,
  SummaryRequest,
} from '../language/language-engine.port.ts';
import type { RuleCall } from './rule-calls.ts';
import { ThreadPool } from './thread-pool.ts';

const PROGRAM = new URL(`rules.program${path.extname(import.meta.url)}`, import.meta.url);

/** More than any text within the limits needs; what takes more is stopped. */
const MEMORY_MEBIBYTES = 512;

/** How many threads there may be, and the time limit of each call. */
export interface RuleThreadsOptions {
  readonly threads: number;
  readonly timeoutMs: number;
}

/** A request to check drafts of facts against the passage that they were read in. */
export interface DraftsToCheck {
  readonly drafts: readonly FactDraft[];
  readonly passage: Passage;
  readonly context: ReadingContext;
  readonly reader: FactReader;
}

/**
 * The rules that work on what people have said, in threads of their own. No text holds the loop of the
 * worker, and one that takes too long is stopped. {@link ThreadPool.run} documents the errors.
 */
export class RuleThreads {
  private readonly pool: ThreadPool;

  /** @param program replaces the program in specs */
  constructor(options: RuleThreadsOptions, program = PROGRAM) {
    this.pool = new ThreadPool({ ...options, memoryMebibytes: MEMORY_MEBIBYTES, program });
  }

  /** Starts the first thread, which takes a moment, and waits until it is ready. */
  async start(): Promise<void> {
    await this.score(
      { narrative: '', priorDialogue: [] },
      { signal: new AbortController().signal },
    );
  }

  correct(request: CorrectionRequest, call: EngineCall): Promise<readonly CorrectedText[]> {
    return this.run({ rules: 'correct', request }, call);
  }

  summarise(request: SummaryRequest, call: EngineCall): Promise<SummaryContent> {
    return this.run({ rules: 'summarise', request }, call);
  }

  combine(request: CombineRequest, call: EngineCall): Promise<SummaryContent> {
    return this.run({ rules: 'combine', request }, call);
  }

  score(request: ScoreRequest, call: EngineCall): Promise<Score> {
    return this.run({ rules: 'score', request }, call);
  }

  readFacts(request: FactRequest, call: EngineCall): Promise<readonly FactDraft[]> {
    const { passage, context, reader } = request;
    return this.run(
      { rules: 'readFacts', request: { passage, context, reader: reader.name } },
      call,
    );
  }

  /** See `checkDrafts` of the agents. */
  checkDrafts(toCheck: DraftsToCheck, call: EngineCall): Promise<CheckedDrafts> {
    const request = { ...toCheck, reader: toCheck.reader.name };
    return this.run({ rules: 'checkDrafts', request }, call);
  }

  /** Checks a summary of any engine against what was said; see `checkSummary`. */
  checkSummary(toCheck: SummaryToCheck, call: EngineCall): Promise<CheckedSummary> {
    return this.run({ rules: 'checkSummary', request: toCheck }, call);
  }

  /** Judges corrections of any engine; see `guardCorrection`. @returns a verdict for each, in order */
  guard(
    corrections: readonly GuardedCorrection[],
    call: EngineCall,
  ): Promise<readonly GuardVerdict[]> {
    return this.run({ rules: 'guard', request: corrections }, call);
  }

  /** See `heardEntries` of the guard. */
  heardEntries(request: HeardTexts, call: EngineCall): Promise<readonly CompactEntry[]> {
    return this.run({ rules: 'heardEntries', request }, call);
  }

  /** See `talkOf` of the agents. */
  talkOf(turns: readonly TalkTurn[], call: EngineCall): Promise<readonly SpeakerTalk[]> {
    return this.run({ rules: 'talkOf', request: turns }, call);
  }

  /** Ends the threads. */
  close(): Promise<void> {
    return this.pool.close();
  }

  private run<Answer>(ruleCall: RuleCall, call: EngineCall): Promise<Answer> {
    return this.pool.run<Answer>(ruleCall, call);
  }
}
