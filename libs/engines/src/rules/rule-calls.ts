import type { TalkTurn } from '#agents';
import type { FactDraft, FactReader, Passage, ReadingContext } from '#contracts/model';
import type { SummaryToCheck } from '../language/evidence/check-summary.ts';
import type { GuardedCorrection } from '../language/guard/guard.ts';
import type { HeardTexts } from '../language/guard/terms/heard-entries.ts';
import type {
  CombineRequest,
  CorrectionRequest,
  ScoreRequest,
  SummaryRequest,
} from '../language/language-engine.port.ts';

/** A request about a passage. A thread has the readers itself: their functions cannot be sent. */
interface PassageRequest {
  /** Name of the reader. */
  readonly reader: FactReader['name'];
  readonly passage: Passage;
  readonly context: ReadingContext;
}

/** A call of rules in a thread. */
export type RuleCall =
  | { readonly rules: 'correct'; readonly request: CorrectionRequest }
  | { readonly rules: 'summarise'; readonly request: SummaryRequest }
  | { readonly rules: 'combine'; readonly request: CombineRequest }
  | { readonly rules: 'checkSummary'; readonly request: SummaryToCheck }
  | { readonly rules: 'score'; readonly request: ScoreRequest }
  | { readonly rules: 'guard'; readonly request: readonly GuardedCorrection[] }
  | { readonly rules: 'heardEntries'; readonly request: HeardTexts }
  | { readonly rules: 'talkOf'; readonly request: readonly TalkTurn[] }
  | { readonly rules: 'readFacts'; readonly request: PassageRequest }
  | {
      readonly rules: 'checkDrafts';
      readonly request: PassageRequest & { readonly drafts: readonly FactDraft[] };
    };
