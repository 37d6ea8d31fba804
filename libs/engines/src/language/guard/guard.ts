import {
  withSpans,
  type CompactEntry,
  type CorrectionSpan,
  type TranscriptStyle,
} from '#contracts/model';
import { looksEnglish } from '../builtin/text/language.ts';
import { stretchesOf, type Stretch } from './alignment.ts';
import { SpanComposer } from './composer.ts';
import { GuardText } from './elements.ts';
import { linksOf, type Link } from './links.ts';
import { withNameCapitals } from './name-capitals.ts';
import type { GuardContext } from './proof-rule.ts';
import { termFinder, termIndex } from './terms/term-index.ts';

/** A text before and after its correction by any engine. */
export interface GuardedCorrection {
  readonly raw: string;
  readonly corrected: string;
  /** Names and terms in their correct spelling. A correction may introduce them. */
  readonly glossary: readonly CompactEntry[];
  readonly style: TranscriptStyle;
  /** Names of speakers and terms, which get their capital; see {@link withNameCapitals}. */
  readonly names?: readonly string[];
}

/** What is taken of a correction. */
export interface GuardVerdict {
  /** The text with all taken spans. */
  readonly text: string;
  /** Every place in which the correction differs from what was heard, in order. */
  readonly spans: readonly CorrectionSpan[];
}

/**
 * Compares the answer of any engine with what was heard, place by place. A change is taken only if a
 * rule proves that it cannot change the meaning; everything else stays as it was heard, and its span
 * says why. What is refused in one place does not keep other places from being taken.
 */
export function guardCorrection(correction: GuardedCorrection): GuardVerdict {
  const { raw, style, names = [] } = correction;
  const corrected = withNameCapitals(correction.corrected, names);
  if (raw === corrected) return { text: raw, spans: [] };
  const [heard, now] = [new GuardText(raw), new GuardText(corrected)];
  const stretches = stretchesOf(heard, now);
  if (stretches === null) {
    const place = { start: 0, end: raw.length, before: raw, after: corrected };
    return { text: raw, spans: [{ ...place, outcome: 'refused', reason: 'text_replaced' }] };
  }
  const context = contextOf(correction, heard, now, stretches);
  const links = stretches.flatMap((stretch) =>
    stretch.same ? sameLinks(stretch) : linksOf(stretch, context, style),
  );
  const spans = new SpanComposer(context).compose(links);
  return { text: withSpans(raw, spans), spans };
}

function contextOf(
  { raw, glossary }: GuardedCorrection,
  heard: GuardText,
  now: GuardText,
  stretches: readonly Stretch[],
): GuardContext {
  const kept = new Set<number>();
  for (const { same, heardFrom, heardTo } of stretches) {
    for (let at = heardFrom; same && at < heardTo; at += 1) kept.add(at);
  }
  return {
    heard,
    now,
    english: looksEnglish(raw, ''),
    termAt: termFinder(termIndex(glossary), now),
    isKept: (at) => kept.has(at),
  };
}

function sameLinks({ heardFrom, heardTo, nowFrom }: Stretch): readonly Link[] {
  return Array.from({ length: heardTo - heardFrom }, (_, offset) => {
    const [heard, now] = [heardFrom + offset, nowFrom + offset];
    const place = { heardFrom: heard, heardTo: heard + 1, nowFrom: now, nowTo: now + 1 };
    return { ...place, verdict: { kind: 'same' } };
  });
}
