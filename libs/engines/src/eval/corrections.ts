import { characterErrors, wordErrors, type ErrorCount } from '#domain';
import type { ConversationCase, ConversationTurn } from './case.schema.ts';
import { CallMeter, type CallFigures } from './calls.ts';
import { plainCall, type MeasuredEngine } from './measured-engine.ts';

/** How near a transcript is to what was said. */
export interface TextErrors {
  readonly words: ErrorCount;
  readonly characters: ErrorCount;
}

/** What an engine has made of transcripts. */
export interface CorrectionResult {
  readonly turns: number;
  readonly before: TextErrors;
  readonly after: TextErrors;
  /** Turns that have more errors after the correction than before. */
  readonly madeWorse: number;
  /** Changes that the guard has taken and refused. */
  readonly taken: number;
  readonly refused: number;
  readonly calls: CallFigures;
}

type HeardTurn = ConversationTurn & { readonly reference: string };

/** A turn before and after its correction. */
interface Corrected {
  readonly turn: HeardTurn;
  readonly text: string;
  readonly taken: number;
  readonly refused: number;
}

/**
 * Corrects every turn whose reference is known, as the product does: the guard decides what is taken.
 * @returns `null` when no turn has a reference
 */
export async function measureCorrection(
  measured: MeasuredEngine,
  conversations: readonly ConversationCase[],
): Promise<CorrectionResult | null> {
  const meter = new CallMeter();
  const all: Corrected[] = [];
  for (const { turns, glossary } of conversations) {
    for (const [at, turn] of turns.entries()) {
      if (!isHeard(turn)) continue;
      const before = turns[at - 1]?.text ?? '';
      all.push(await correctTurn(measured, meter, { turn, before, glossary }));
    }
  }
  return all.length === 0 ? null : { ...resultOf(all), calls: meter.figures };
}

interface TurnToCorrect {
  readonly turn: HeardTurn;
  readonly before: string;
  readonly glossary: readonly string[];
}

async function correctTurn(
  { engine, guard }: MeasuredEngine,
  meter: CallMeter,
  { turn, before, glossary }: TurnToCorrect,
): Promise<Corrected> {
  const { speaker, text: raw } = turn;
  const style = 'clean' as const;
  const request = { speaker, texts: [raw], before, glossary, style };
  const [answer] = await meter.time((call) => engine.correct(request, call), []);
  const corrected = answer?.text ?? raw;
  if (corrected === raw) return { turn, text: raw, taken: 0, refused: 0 };
  const [verdict] = await guard([{ raw, corrected, glossary, style }], plainCall());
  const outcomes = verdict?.spans.map(({ outcome }) => outcome) ?? [];
  const taken = outcomes.filter((outcome) => outcome === 'taken').length;
  return { turn, text: verdict?.text ?? raw, taken, refused: outcomes.length - taken };
}

function resultOf(all: readonly Corrected[]): Omit<CorrectionResult, 'calls'> {
  const worse = all.filter(({ turn, text }) => errorsIn(turn, text) > errorsIn(turn, turn.text));
  return {
    turns: all.length,
    before: errorsOf(all.map(({ turn }) => [turn.reference, turn.text])),
    after: errorsOf(all.map(({ turn, text }) => [turn.reference, text])),
    madeWorse: worse.length,
    taken: all.reduce((sum, { taken }) => sum + taken, 0),
    refused: all.reduce((sum, { refused }) => sum + refused, 0),
  };
}

function errorsIn({ reference }: HeardTurn, text: string): number {
  return characterErrors(reference, text).errors;
}

function errorsOf(pairs: readonly (readonly [reference: string, text: string])[]): TextErrors {
  return {
    words: sum(pairs.map(([reference, text]) => wordErrors(reference, text))),
    characters: sum(pairs.map(([reference, text]) => characterErrors(reference, text))),
  };
}

function sum(counts: readonly ErrorCount[]): ErrorCount {
  return counts.reduce(
    (all, { errors, of }) => ({ errors: all.errors + errors, of: all.of + of }),
    { errors: 0, of: 0 },
  );
}

function isHeard(turn: ConversationTurn): turn is HeardTurn {
  return turn.reference !== undefined;
}
