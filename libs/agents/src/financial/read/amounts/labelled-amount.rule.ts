import { nounPhrase } from '../labels/noun-phrase.ts';

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
  const parts = label?.split(/\s(?:and|und|et|y|&|\+)\s/iu) ?? [];
  return parts.length > 0 && parts.every((part) => isWhole(nounPhrase(part), part));
}

/** Whether a part of a label is a noun phrase and nothing else, apart from its article. */
function isWhole(phrase: string, part: string): boolean {
  const plain = part.trim().replace(/^(?:the|our|der|die|das|le|la|les|el|los) /iu, '');
  return phrase !== '' && phrase.length >= plain.length;
}
