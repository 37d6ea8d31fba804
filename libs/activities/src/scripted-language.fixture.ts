import type { FactDraft, SummaryContent } from '#contracts/model';
import type {
  CombineRequest,
  CorrectedText,
  CorrectionRequest,
  EngineCall,
  FactRequest,
  LanguageEngine,
  Score,
  ScoreRequest,
  SummaryRequest,
} from '#engines';

/** An engine controlled by its test, which records its calls. */
export class ScriptedLanguageEngine implements LanguageEngine {
  readonly rubricVersion = 'scripted-rubric';
  costly = true;
  maxSummaryCharacters = Infinity;
  readonly corrections: CorrectionRequest[] = [];
  readonly summaries: SummaryRequest[] = [];
  readonly combinations: CombineRequest[] = [];
  readonly scored: string[] = [];
  maxPassageCharacters = 2_000;
  readonly factReadings: FactRequest[] = [];
  /** Called before every answer, with the input; rejects to make the call fail. */
  before: (operation: string, about: string, call: EngineCall) => Promise<void> = () =>
    Promise.resolve();
  /** The correction of a text. */
  corrects: (text: string) => string = (text) => text;
  /** The facts of a passage; by default those that the agent reads by rules. */
  facts: (request: FactRequest) => readonly FactDraft[] = ({ reader, passage, context }) =>
    reader.read(passage, context);
  /** The summary of turns; by default each turn is a key point. */
  summarises: (request: SummaryRequest) => SummaryContent = ({ title, turns }) => ({
    ...{ overview: title, decisions: [], actionItems: [] },
    keyPoints: turns.map(({ text, turnId }) => ({ text, turnIds: [turnId] })),
  });
  /** The summary of parts; by default it has all their key points. */
  combines: (request: CombineRequest) => SummaryContent = ({ title, parts }) => ({
    ...{ overview: title, decisions: [], actionItems: [] },
    keyPoints: parts.flatMap((part) => part.keyPoints),
  });
  scores: (narrative: string) => Score = () => ({
    ...{ significance: 1, value: null, reason: 'It was said.' },
  });

  get maxWholeCharacters(): number {
    return this.maxSummaryCharacters;
  }

  get maxCombinedCharacters(): number {
    return this.maxSummaryCharacters;
  }

  constructor(readonly fingerprint = 'scripted-language:1') {}

  async correct(request: CorrectionRequest, call: EngineCall): Promise<readonly CorrectedText[]> {
    await this.before('correct', request.texts.join(' '), call);
    this.corrections.push(request);
    return request.texts.map((text) => ({ text: this.corrects(text) }));
  }

  async summarise(request: SummaryRequest, call: EngineCall): Promise<SummaryContent> {
    await this.before('summarise', request.turns.map(({ text }) => text).join(' '), call);
    this.summaries.push(request);
    return this.summarises(request);
  }

  async combine(request: CombineRequest, call: EngineCall): Promise<SummaryContent> {
    await this.before('combine', request.title, call);
    this.combinations.push(request);
    return this.combines(request);
  }

  async score({ narrative }: ScoreRequest, call: EngineCall): Promise<Score> {
    await this.before('score', narrative, call);
    this.scored.push(narrative);
    return this.scores(narrative);
  }

  async readFacts(request: FactRequest, call: EngineCall): Promise<readonly FactDraft[]> {
    await this.before('readFacts', request.passage.lines.map(({ text }) => text).join(' '), call);
    this.factReadings.push(request);
    return this.facts(request);
  }
}
