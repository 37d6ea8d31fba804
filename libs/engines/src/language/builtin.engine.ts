import type { SummaryContent } from '#contracts/model';
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
  LanguageEngine,
  Score,
  ScoreRequest,
  SummaryRequest,
} from './language-engine.port.ts';

/**
 * Works by rules and counting, with no key, no network and no model: the same request always gets
 * the same answer, at once. It understands nothing: it corrects what rules can tell to be wrong,
 * sums up in sentences that were said, and scores by signs in the words. Its rules are for English;
 * other languages it leaves as they are, but for the glossary and spacing.
 */
export class BuiltinLanguageEngine implements LanguageEngine {
  readonly fingerprint = 'builtin-1';
  readonly rubricVersion = RUBRIC_VERSION;
  readonly costly = false;
  readonly maxSummaryCharacters = Infinity;

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
}
