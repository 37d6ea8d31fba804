import { setOf } from '../function-words.ts';
import type { Proposal, ProofRule } from '../proof-rule.ts';

/** Titles and the like that are said in full and written short. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['mister', 'mr'],
  ['missus', 'mrs'],
  ['doctor', 'dr'],
  ['professor', 'prof'],
  ['versus', 'vs'],
  ['junior', 'jr'],
  ['senior', 'sr'],
]);
const MARKS: ReadonlyMap<string, string> = new Map([
  ['dot', '.'],
  ['at', '@'],
  ['dash', '-'],
  ['hyphen', '-'],
  ['underscore', '_'],
]);
/** Single letters that are words, which do not begin an abbreviation in lower case. */
const LETTER_WORDS = setOf('a i');

/** "mister" as "Mr." */
export const titleRule: ProofRule = {
  rule: 'abbreviation',
  heardCounts: [1, 1],
  nowCounts: [1, 1],
  proves: ({ heard: [long], now: [short] }) =>
    long !== undefined && ABBREVIATIONS.get(long.key) === short?.key,
};

/** Letters said one by one, as an abbreviation: "c e o" as "CEO", "U.S." as "US". */
export const acronymRule: ProofRule = {
  rule: 'abbreviation',
  heardCounts: [1, 8],
  nowCounts: [1, 8],
  anyLanguage: true,
  proves: ({ heard, now }) => {
    const [letters, whole] = heard.length >= now.length ? [heard, now] : [now, heard];
    const [one] = whole;
    if (whole.length !== 1 || one === undefined || !isAcronym(one.text)) return false;
    if (letters.length === 1)
      return isAcronym(letters[0]?.text ?? '') && spelt(letters) === spelt(whole);
    const single = letters.every(({ key }) => /^\p{L}$/u.test(key));
    const opensWithWord = letters.length === 2 && LETTER_WORDS.has(letters[0]?.text ?? '');
    return single && !opensWithWord && spelt(letters) === spelt(whole);
  },
};

/** An address that was said: "w w w dot example dot com". */
export const addressRule: ProofRule = {
  rule: 'abbreviation',
  heardCounts: [3, 14],
  nowCounts: [1, 1],
  anyLanguage: true,
  proves: ({ heard, now: [address] }) =>
    address !== undefined && /[.@]/u.test(address.key) && said(heard) === address.key,
};

/** In capitals, or with full stops. */
function isAcronym(text: string): boolean {
  return /^\p{Lu}{2,}$|^\p{L}(?:\.\p{L})+$/u.test(text);
}

function spelt(elements: Proposal['heard']): string {
  return elements.map(({ key }) => key.replaceAll('.', '')).join('');
}

function said(elements: Proposal['heard']): string {
  return elements.map(({ key }) => MARKS.get(key) ?? key).join('');
}
