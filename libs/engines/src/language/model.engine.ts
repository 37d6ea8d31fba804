import type { FactDraft, SummaryContent, SummaryForm } from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';
import { countedOf, type Counted } from './counted.ts';
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
import {
  correctionAnswerSchema,
  factsAnswerSchema,
  scoreAnswerSchema,
  singleCorrectionSchema,
  summaryAnswerSchema,
} from './model/answers.schema.ts';
import { correctedTexts, correctionData, hasOneEach, numbered } from './model/correction.ts';
import { answerTokens, factsTokens, SCORE_TOKENS, SUMMARY_TOKENS } from './model/answer-tokens.ts';
import { factDrafts } from './model/fact-drafts.ts';
import { factInstructions, factsData } from './model/facts.ts';
import type { ObjectModelOptions } from './model/object-model.options.ts';
import type { ObjectModel, Question } from './model/object-model.ts';
import { PROMPTS, PROMPTS_VERSION, RUBRIC_VERSION } from './model/prompts.ts';
import { inLanguage } from './model/in-language.ts';
import { provenReason } from './model/proven-reason.ts';
import {
  combinationData,
  summaryContent,
  summaryData,
  type NumberedData,
} from './model/summary.ts';
import { summaryInstructions } from './model/summary-instructions.ts';

/**
 * Maximum number of characters of a passage. Models overlook facts in long passages, and an answer
 * to a long one is long itself.
 */
const MAX_PASSAGE_CHARACTERS = 6_000;

/** The model and the limits of its requests. */
export interface ModelEngineOptions extends ObjectModelOptions {
  /** Maximum number of characters of turns in one summary request. */
  readonly maxSummaryCharacters: number;
}

/** What is summarised, and in which form. */
interface SummaryOf {
  readonly kind: 'summary' | 'combination';
  readonly counted: Counted;
  readonly form: SummaryForm;
}

/**
 * A language model of any provider: a hosted service, or a local server such as Ollama or vLLM. Each
 * method makes one model call without retries, and validates the answer.
 * `LanguageEngine` documents the errors.
 */
export class ModelEngine implements LanguageEngine {
  readonly fingerprint: string;
  readonly rubricVersion = RUBRIC_VERSION;
  readonly costly = true;
  readonly maxWholeCharacters: number;
  readonly maxSummaryCharacters: number;
  readonly maxCombinedCharacters: number;
  readonly maxPassageCharacters = MAX_PASSAGE_CHARACTERS;
  private readonly options: ModelEngineOptions;
  private loading: Promise<ObjectModel> | null = null;

  constructor(options: ModelEngineOptions) {
    const shape = options.structuredOutputs ? 'schema' : 'json';
    this.fingerprint = `${options.provider}:${options.model}:${shape}:${PROMPTS_VERSION}`;
    this.maxWholeCharacters = options.maxSummaryCharacters;
    this.maxSummaryCharacters = options.maxSummaryCharacters;
    this.maxCombinedCharacters = options.maxSummaryCharacters;
    this.options = options;
  }

  async correct(request: CorrectionRequest, call: EngineCall): Promise<readonly CorrectedText[]> {
    call.signal.throwIfAborted();
    if (request.texts.length === 0) return [];
    const question = {
      name: 'correction',
      instructions: PROMPTS.correction.text,
      data: correctionData(request),
      maxTokens: answerTokens(request.texts.join(' '), request.texts.length),
    };
    if (request.texts.length === 1) {
      const single = await this.ask({ ...question, schema: singleCorrectionSchema }, call);
      return correctedTexts(request, numbered(single));
    }
    const answer = await this.ask({ ...question, schema: correctionAnswerSchema }, call);
    if (!hasOneEach(request, answer)) return this.correctOneByOne(request, call);
    return correctedTexts(request, answer);
  }

  /** A model that mixes up the pieces of one answer does not when it has only one. */
  private async correctOneByOne(
    { texts, before, ...request }: CorrectionRequest,
    call: EngineCall,
  ): Promise<readonly CorrectedText[]> {
    const corrected: CorrectedText[] = [];
    for (const [at, text] of texts.entries()) {
      const single = { ...request, texts: [text], before: texts[at - 1] ?? before };
      corrected.push(...(await this.correct(single, call)));
    }
    return corrected;
  }

  summarise(request: SummaryRequest, call: EngineCall): Promise<SummaryContent> {
    const { turns, form } = request;
    const of = { kind: 'summary', counted: countedOf(turns), form } as const;
    return this.summaryOf(summaryData(request), of, call);
  }

  combine(request: CombineRequest, call: EngineCall): Promise<SummaryContent> {
    const { counted, form } = request;
    return this.summaryOf(combinationData(request), { kind: 'combination', counted, form }, call);
  }

  async score(request: ScoreRequest, call: EngineCall): Promise<Score> {
    const { narrative, priorDialogue } = request;
    const question = {
      name: 'score',
      instructions: PROMPTS.score.text,
      data: { priorDialogue, narrative },
      schema: scoreAnswerSchema,
      maxTokens: SCORE_TOKENS,
    };
    const { significance, reason } = await this.ask(question, call);
    const proven = provenReason(reason, significance, request);
    return { significance, value: null, reason: proven };
  }

  async readFacts(request: FactRequest, call: EngineCall): Promise<readonly FactDraft[]> {
    call.signal.throwIfAborted();
    if (request.passage.lines.every(({ text }) => text.trim() === '')) return [];
    const question = {
      name: 'facts',
      instructions: factInstructions(request.reader),
      data: factsData(request),
      schema: factsAnswerSchema,
      maxTokens: factsTokens(request.passage),
    };
    return factDrafts(await this.ask(question, call), request.context);
  }

  /** Loads the SDK lazily: it takes half a second, which a worker without a model can save. */
  private async ask<T>(question: Question<T>, call: EngineCall): Promise<T> {
    this.loading ??= import('./model/object-model.ts').then(({ ObjectModel }) =>
      ObjectModel.create(this.options),
    );
    return (await this.loading).ask(question, call);
  }

  private async summaryOf(
    { data, sources }: NumberedData,
    { kind, counted, form }: SummaryOf,
    call: EngineCall,
  ): Promise<SummaryContent> {
    const instructions = summaryInstructions(kind, form);
    const schema = summaryAnswerSchema;
    const question = { name: 'summary', instructions, data, schema, maxTokens: SUMMARY_TOKENS };
    const content = summaryContent(await this.ask(question, call), sources, counted, form);
    return inLanguage(content, form.language);
  }
}
