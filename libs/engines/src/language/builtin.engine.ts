import type { FactDraft, SummaryContent } from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';
import { combine } from './builtin/combine.ts';
import { correct } from './builtin/correct.ts';
import { score } from './builtin/score.ts';
import { RUBRIC_VERSION } from './builtin/score/rubric.table.ts';
import { summarise } from './builtin/summarise.ts';
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

/**
 * A rule-based engine without key, network or model. It is deterministic: the same request always
 * has the same answer. It corrects errors that rules can detect, builds extractive summaries, and
 * scores by patterns in the text. Most rules are for English; text in other languages is corrected
 * only by the glossary, spacing and loop rules.
 */
export class BuiltinLanguageEngine implements LanguageEngine {
  readonly fingerprint = 'builtin-1';
  readonly rubricVersion = RUBRIC_VERSION;
  readonly costly = false;
  readonly maxSummaryCharacters = Infinity;
  readonly maxPassageCharacters = 2_000;

  async correct(request: CorrectionRequest, call: EngineCall): Promise<readonly CorrectedText[]> {
    call.signal.throwIfAborted();
    return correct(request);
  }

  async summarise(request: SummaryRequest, call: EngineCall): Promise<SummaryContent> {
    call.signal.throwIfAborted();
    return summarise(request);
  }

  async combine(request: CombineRequest, call: EngineCall): Promise<SummaryContent> {
    call.signal.throwIfAborted();
    return combine(request);
  }

  async score(request: ScoreRequest, call: EngineCall): Promise<Score> {
    call.signal.throwIfAborted();
    return score(request);
  }

  async readFacts(request: FactRequest, call: EngineCall): Promise<readonly FactDraft[]> {
    call.signal.throwIfAborted();
    return request.reader.read(request.passage, request.context);
  }
}
