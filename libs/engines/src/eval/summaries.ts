import type { SummaryContent } from '#contracts/model';
import { summaryParts } from '#domain';
import type { ConversationCase } from './case.schema.ts';
import { CallMeter, type CallFigures } from './calls.ts';
import type { Summarised } from './items.ts';
import { plainCall, type MeasuredEngine } from './measured-engine.ts';
import { turnIdOf } from './turn-ids.ts';

const EMPTY: SummaryContent = { overview: '', keyPoints: [], decisions: [], actionItems: [] };

/** Summaries of conversations, and what they have cost. */
export interface MadeSummaries {
  readonly summaries: readonly Summarised[];
  readonly calls: CallFigures;
}

/**
 * Summarises each conversation as the product does: in parts that the engine can read, whose summaries are
 * combined. A summary that fails is empty, and counted.
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
  const parts: SummaryContent[] = [];
  for (const part of summaryParts(spoken, engine.maxSummaryCharacters)) {
    const request = { title, turns: part };
    parts.push(await meter.time(() => engine.summarise(request, plainCall()), EMPTY));
  }
  const [only = EMPTY, ...others] = parts;
  if (others.length === 0) return only;
  return meter.time(() => engine.combine({ title, parts }, plainCall()), EMPTY);
}
