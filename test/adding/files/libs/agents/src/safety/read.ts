import type { FactDraft, Passage, SourceLine } from '#contracts/model';
import { findDates } from '../text/dates.ts';
import { sentencesOf } from '../text/sentences.ts';

/** What happened to people. */
const INCIDENT = /\b(?:injured|hurt|accident|slipped|tripped|electrocuted|near miss)\b/iu;
/** What may happen to them. */
const HAZARD = /\b(?:slippery|unsecured|loose|exposed|blocked exit|sharp edges?|hazard)\b/iu;
const REMOVED = /\b(?:fixed|repaired|removed|secured|dried|replaced)\b/iu;

/** Reads hazards and incidents: one in a sentence, because an incident names its hazard. */
export function readSafety({ lines }: Passage): readonly FactDraft[] {
  return lines.flatMap((line, at) =>
    sentencesOf(line.text).flatMap(({ text }) => readSentence(text, line, at)),
  );
}

function readSentence(quote: string, { date }: SourceLine, line: number): readonly FactDraft[] {
  const type = typeOf(quote);
  if (type === null) return [];
  const hazardStatus = REMOVED.test(quote) ? 'removed' : 'open';
  return [
    {
      ...{ line, quote, type, label: quote, value: null, who: null, category: null },
      on: findDates(quote, date)[0]?.on ?? null,
      status: type === 'hazard' ? hazardStatus : null,
      certainty: 'certain',
      corrects: false,
    },
  ];
}

function typeOf(sentence: string): 'hazard' | 'incident' | null {
  if (INCIDENT.test(sentence)) return 'incident';
  return HAZARD.test(sentence) ? 'hazard' : null;
}
