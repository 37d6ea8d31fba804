import type { FactDraft, SummaryContent } from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';
import type { RuleThreads } from '../rules/rule-threads.ts';
import { RUBRIC_VERSION } from './builtin/score/rubric.ts';
import type {
  CombineRequest,
  CorrectedText,
  CorrectionRequest,
  FactRequest,
  LanguageEngine,
  Score,
  ScoreRequest,
  SummaryRequest,
} from './language-engine.port.ts';

/** About an hour of speech: coverage chooses better among all that was said than part by part (ADR 43). */
const MAX_WHOLE_CHARACTERS = 48_000;
/**
 * About a quarter of an hour of speech. Longer conversations are summarised in parts, so that one more turn
 * costs no more than in a short one.
 */
const MAX_SUMMARY_CHARACTERS = 16_000;
/** About eight parts with many points: few rounds, and in each little is combined again. */
const MAX_COMBINED_CHARACTERS = 80_000;

/**
 * A rule-based engine without key, network or model. It is deterministic: the same request always
 * has the same answer. It corrects errors that rules can detect, builds extractive summaries, and
 * scores by patterns in the text. Most rules are for English; action items and decisions are found in six more languages (`rules-of.ts`). Text in other languages is corrected
 * only by the glossary, spacing and loop rules. The rules run in threads.
 */
export class BuiltinLanguageEngine implements LanguageEngine {
  readonly fingerprint = 'builtin-7';
  readonly rubricVersion = RUBRIC_VERSION;
  readonly costly = false;
  readonly maxWholeCharacters = MAX_WHOLE_CHARACTERS;
  readonly maxSummaryCharacters = MAX_SUMMARY_CHARACTERS;
  readonly maxCombinedCharacters = MAX_COMBINED_CHARACTERS;
  readonly maxPassageCharacters = 2_000;

  constructor(private readonly rules: RuleThreads) {}

  correct(request: CorrectionRequest, call: EngineCall): Promise<readonly CorrectedText[]> {
    return this.rules.correct(request, call);
  }

  summarise(request: SummaryRequest, call: EngineCall): Promise<SummaryContent> {
    return this.rules.summarise(request, call);
  }

  combine(request: CombineRequest, call: EngineCall): Promise<SummaryContent> {
    return this.rules.combine(request, call);
  }

  score(request: ScoreRequest, call: EngineCall): Promise<Score> {
    return this.rules.score(request, call);
  }

  readFacts(request: FactRequest, call: EngineCall): Promise<readonly FactDraft[]> {
    return this.rules.readFacts(request, call);
  }
}
