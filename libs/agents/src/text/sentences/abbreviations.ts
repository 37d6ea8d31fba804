/** They stand before a name or a number and never end a sentence. */
const BEFORE_SOMETHING = new Set(
  (
    'approx rs kr sfr mr mrs ms dr prof st vs ca bzw ggf inkl exkl zzgl evtl abzgl mme sr sra hr fr rev ' +
    'hon gen dept env e.g i.e z.b d.h u.a cf'
  ).split(' '),
);

/** They are words of their own too, and abbreviations only before a number: "No. 4". */
const BEFORE_NUMBER = new Set(
  (
    'no nr art fig p pp vol ext tel sec max min est ch rm jan feb mar apr jun jul aug sep sept ' +
    'oct nov dec sat sun'
  ).split(' '),
);

/** They may end a sentence: it ends when the next word begins one. */
const BEFORE_ANYTHING = new Set('etc inc ltd co corp usw mio mrd tsd jr bros a.m p.m'.split(' '));

/** Words that begin a sentence far more often than they follow an abbreviation in one. */
const SENTENCE_STARTS =
  /^(?:i|we|you|he|she|it|they|the|this|that|these|those|our|my|so|and|but|then|there|what|how|when|who|if|in|for|wir|ich|er|sie|es|der|die|das|und|aber|nous|je|il|elle|on|le|la|les|et|mais|yo|el|los|las|y|pero)$/i;

/** "am 3. November": an ordinal of a German date. */
const GERMAN_MONTH =
  /^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|quartal)$/i;

/** Characters before and after a full stop that are looked at. */
const REACH = 24;

/**
 * Whether a full stop belongs to an abbreviation, an initial, a list number or an ordinal.
 * @param start first character of the sentence
 * @param at the full stop
 * @param end the character after the marks that follow it
 */
export function isAbbreviation(text: string, start: number, at: number, end: number): boolean {
  if (end > at + 1) return false;
  const word = lastWord(text.slice(Math.max(start, at - REACH), at)).toLowerCase();
  const next =
    text
      .slice(end, end + REACH)
      .trim()
      .split(/\s/)[0]
      ?.replace(/[.,;:!?]+$/, '') ?? '';
  if (/^\d{1,3}$/.test(word)) {
    return isListNumber(text, start, at) || isOrdinal(word, next) || isGermanDay(text, at, next);
  }
  if (BEFORE_SOMETHING.has(word)) return next !== '';
  if (BEFORE_NUMBER.has(word)) return /^\d/.test(next);
  const mayEnd = BEFORE_ANYTHING.has(word) || /^\p{L}(?:\.\p{L})*$/u.test(word);
  return mayEnd && next !== '' && !isStart(next) && word !== 'i';
}

function lastWord(before: string): string {
  const space = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n'));
  return before.slice(space + 1).replace(/^[("'“„«]/, '');
}

function isListNumber(text: string, start: number, at: number): boolean {
  return /^\s*\d{1,3}$/.test(text.slice(start, at).slice(-REACH)) && at - start < REACH;
}

function isOrdinal(word: string, next: string): boolean {
  return word.length < 3 && GERMAN_MONTH.test(next);
}

/** "Vom 4. auf den 11. verschoben": a day without its month, in the middle of a sentence. */
function isGermanDay(text: string, at: number, next: string): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  return /\s(?:am|vom|zum|den|dem|bis)\s\d{1,2}$/iu.test(before) && /^\p{Ll}/u.test(next);
}

function isStart(next: string): boolean {
  return /^\p{Lu}/u.test(next) && SENTENCE_STARTS.test(next);
}
