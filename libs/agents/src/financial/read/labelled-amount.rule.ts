import { nounPhrase } from './noun-phrase.ts';

/** What stands around an amount in its clause. */
interface LabelledPlace {
  readonly before: string;
  readonly after: string;
}

const LABEL = /^\s*(?:[-*•–]\s+)?(\p{L}[^:;]{1,60}?)\s*(?:[:=]|\s[-–—])\s*$/u;
const PLAIN_LABEL = /^\s*(?:[-*•–]\s+)?(\p{L}[\p{L}\d' -]{1,40}?)\s+$/u;
const ENDS = /^\s*(?:$|[.,;!)])/u;

/**
 * Whether an amount only has a label, as in a note: "Fuel: 87.60 EUR" is sure, "Fuel 87.60 EUR" may
 * be. `no` where the words before it are more than a noun.
 */
export function labelledAmount({ before, after }: LabelledPlace): 'sure' | 'perhaps' | 'no' {
  if (!ENDS.test(after)) return 'no';
  if (isNoun(LABEL.exec(before)?.[1])) return 'sure';
  return isNoun(PLAIN_LABEL.exec(before)?.[1]) ? 'perhaps' : 'no';
}

function isNoun(label: string | undefined): boolean {
  if (label === undefined) return false;
  const phrase = nounPhrase(label);
  return (
    phrase !== '' &&
    phrase.length >= label.replace(/^(?:the|our|der|die|das|le|la|les|el|los) /iu, '').length
  );
}
