import { DEFAULT_TEMPLATE, type SummaryContent } from '#contracts/model';
import { languageOf, summaryParts } from '#domain';
import { countedOf } from '../language/counted.ts';
import { checkSummary } from '../language/evidence/check-summary.ts';
import { evidenceLines } from '../language/evidence/evidence-lines.ts';
import type { SummaryTurn } from '../language/language-engine.port.ts';
import type { ConversationCase } from './case.schema.ts';
import { CallMeter, type CallFigures } from './calls.ts';
import type { Summarised } from './items.ts';
import type { MeasuredEngine } from './measured-engine.ts';
import { turnIdOf } from './turn-ids.ts';

const EMPTY: SummaryContent = { overview: '', keyPoints: [], decisions: [], actionItems: [] };

/** Summaries of conversations, and what they have cost. */
export interface MadeSummaries {
  readonly summaries: readonly Summarised[];
  readonly calls: CallFigures;
}

/**
 * Summarises each conversation as the product does: in parts that the engine can read, whose summaries are
 * combined, and of each only what was said. A summary that fails is empty, and counted.
 */
export async function makeSummaries(
  measured: MeasuredEngine,
  conversations: readonly ConversationCase[],
): Promise<MadeSummaries> {
  const meter = new CallMeter();
  const summaries: Summarised[] = [];
  for (const conversation of conversations) {
    const content = await summaryOf(measured, meter, conversation);
    summaries.push({ conversation, content });
  }
  return { summaries, calls: meter.figures };
}

async function summaryOf(
  { engine }: MeasuredEngine,
  meter: CallMeter,
  { title, turns }: ConversationCase,
): Promise<SummaryContent> {
  const spoken = turns.map(({ speaker, text }, at) => ({
    ...{ turnId: turnIdOf(at + 1), speaker, text },
  }));
  const language = languageOf(turns.map(({ text }) => text));
  const form = { template: DEFAULT_TEMPLATE, prompt: null, language };
  const checked = (
    content: SummaryContent,
    read: readonly SummaryTurn[],
    about: readonly string[] = [],
  ): SummaryContent => {
    if (content === EMPTY) return EMPTY;
    const toCheck = { content, lines: evidenceLines(read), about: [title, ...about] };
    return checkSummary({ ...toCheck, counted: countedOf(read), language }).content;
  };
  const parts: SummaryContent[] = [];
  const { maxSummaryCharacters, maxWholeCharacters } = engine;
  for (const part of summaryParts(spoken, maxSummaryCharacters, maxWholeCharacters)) {
    const request = { title, turns: part, form };
    const content = await meter.time((call) => engine.summarise(request, call), EMPTY);
    parts.push(checked(content, part));
  }
  const [only = EMPTY, ...others] = parts;
  if (others.length === 0) return only;
  const request = { title, parts, counted: countedOf(spoken), form };
  const content = await meter.time((call) => engine.combine(request, call), EMPTY);
  const about = parts.flatMap(({ overview, topics = [] }) => [overview, ...topics]);
  return checked(content, spoken, about);
}
