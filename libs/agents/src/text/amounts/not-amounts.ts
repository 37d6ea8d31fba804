import type { Token } from './tokens.ts';

/** Words before a number that make it a name of something: "room 302", "page 12", "no. 4". */
const NAMED_BY_NUMBER = new Set(
  (
    'room page pages version chapter section floor line gate flight bus platform level slide item ' +
    'step phase part model order figure table building apartment suite zip number no nr id ticket ' +
    'issue pr sprint release build port extension ext code pin account iban case appendix act ' +
    'article lot row column seat track unit week day year highway route size type grade class ' +
    'hall stand booth stage building invoice quote po raum zimmer seite nummer kapitel halle gleis ' +
    'woche kw plz rechnung artikel absatz salle page numéro chapitre facture ligne étage semaine ' +
    'sala habitación página número capítulo factura línea piso v'
  ).split(' '),
);

/** Words that announce a telephone number. */
const CALLS = new Set(
  'call dial phone tel telephone mobile fax ring whatsapp text anrufen telefon handy téléphone teléfono llama'.split(
    ' ',
  ),
);

const STREETS =
  /^(?:street|st|avenue|ave|road|rd|lane|drive|boulevard|blvd|square|court|straße|strasse|str|gasse|platz|weg|rue|calle|plaza)$/;

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'er', 'ère', 'e', 'ème', 'º', 'ª']);
const CLOCKS = new Set(['am', 'pm', "o'clock", 'uhr', 'heures', 'hs']);

/** Months and prepositions before a year. */
const BEFORE_YEAR =
  /^(?:in|since|until|till|by|from|of|during|year|early|late|mid|before|after|through|jahr|im|seit|bis|ende|anfang|en|depuis|desde|del|de|année|año|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july|october|december|spring|summer|autumn|fall|winter|q)$/;

/** "am 3. November" */
const GERMAN_MONTH =
  /^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|quartal)$/;

const REACH = 3;

/** Whether a number without a currency names something instead of counting it. */
export function isName(tokens: readonly Token[], at: number, next: number): boolean {
  return (
    isNamedByNumber(tokens, at) ||
    isReference(tokens[at]) ||
    isTelephone(tokens, at) ||
    isYear(tokens, at, next) ||
    isLocalTelephone(tokens, at, next) ||
    isSide(tokens, at, next) ||
    isOrdinalOrTime(tokens, next) ||
    isAddress(tokens, next)
  );
}

/** Whether digits belong to a longer code, such as `A4`, `2.5.1`, `10:30`, `3/11` or `555-1234`. */
export function isCode(tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[next];
  const isGlued = tokens[at]?.spaced === false && before?.kind === 'word';
  const isAfterMark =
    tokens[at]?.spaced === false &&
    ['/', ':', '_', '#', '@', '+', '.', '°'].includes(before?.text ?? '');
  const opensMore =
    after?.spaced === false &&
    [':', '/', '_', '@', '\\'].includes(after.text) &&
    tokens[next + 1]?.kind === 'number' &&
    tokens[next + 1]?.spaced === false;
  return isGlued || isAfterMark || opensMore || isDashed(tokens, at, next);
}

/** "COVID-19", "2026-11-04", "555-1234-99" */
function isDashed(tokens: readonly Token[], at: number, next: number): boolean {
  const isDash = (token: Token | undefined) => token?.text === '-' && !token.spaced;
  const afterWord =
    isDash(tokens[at - 1]) && tokens[at - 2]?.kind === 'word' && !tokens[at]?.spaced;
  const first = tokens[next + 1];
  const twice = isDash(tokens[next]) && first?.kind === 'number' && isDash(tokens[next + 2]);
  return (
    afterWord || isNumbered(tokens, at, next) || (twice && tokens[next + 3]?.kind === 'number')
  );
}

/** "2026-118": two numbers with a hyphen that are no range, because the second one is smaller. */
function isNumbered(tokens: readonly Token[], at: number, next: number): boolean {
  const isHyphen = (token: Token | undefined) => token?.text === '-' && !token.spaced;
  const isDigits = (token: Token | undefined) => token?.kind === 'number' && !token.spaced;
  const after = isHyphen(tokens[next]) && isDigits(tokens[next + 1]);
  const isSecond = isHyphen(tokens[at - 1]) && tokens[at - 2]?.kind === 'number';
  return after || (isSecond && isDigits(tokens[at]));
}

/** Numbers with marks for thousands name nothing: "stage 2,000". */
function isNamedByNumber(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at - 1]?.text;
  const skip = mark === '.' || mark === '#' || mark === ':' ? 2 : 1;
  if (mark === '#') return true;
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(tokens[at]?.text ?? '')) return false;
  const word = tokens[at - skip];
  if (word === undefined || !NAMED_BY_NUMBER.has(word.lower)) return false;
  return mark !== ':' && (mark !== '.' || word.lower.length < 4);
}

/** Many digits without marks are a reference. */
function isReference(token: Token | undefined): boolean {
  return /^\d{8,}$/.test(token?.text ?? '');
}

function isTelephone(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 2 * REACH), at);
  if (before.some(({ text }) => text === '+')) return true;
  const digits = tokens[at]?.kind === 'number';
  return digits && before.some(({ lower }) => CALLS.has(lower));
}

/** "12 by 6", "3 x 4": the sides of something. */
function isSide(tokens: readonly Token[], at: number, next: number): boolean {
  const isBy = (token: Token | undefined) => /^(?:by|x|×|mal|sur|por)$/.test(token?.lower ?? '');
  const isDigits = (token: Token | undefined) => /^\d{1,4}(?:[.,]\d+)?$/.test(token?.text ?? '');
  if (next !== at + 1) return false;
  return (
    (isBy(tokens[next]) && isDigits(tokens[next + 1])) ||
    (isBy(tokens[at - 1]) && isDigits(tokens[at - 2]))
  );
}

/** "555-1234": the ends of a range of money would be round. */
function isLocalTelephone(tokens: readonly Token[], at: number, next: number): boolean {
  const [first, hyphen, second, ...more] = tokens.slice(at, next);
  if (more.length > 0 || hyphen?.text !== '-' || hyphen.spaced || second?.spaced !== false) {
    return false;
  }
  return (
    /^\d{3}$/.test(first?.text ?? '') && /^\d{4}$/.test(second.text) && !/0$/.test(second.text)
  );
}

function isYear(tokens: readonly Token[], at: number, next: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (next !== at + 1 || !/^(?:19|20)\d\d$/.test(text)) return false;
  return BEFORE_YEAR.test(tokens[at - 1]?.lower ?? '');
}

function isOrdinalOrTime(tokens: readonly Token[], next: number): boolean {
  const after = tokens[next];
  if (after === undefined) return false;
  if (!after.spaced && ORDINAL_ENDINGS.has(after.lower)) return true;
  if (after.text === '.' && GERMAN_MONTH.test(tokens[next + 1]?.lower ?? '')) return true;
  return CLOCKS.has(after.lower) || (/^[ap]$/.test(after.lower) && tokens[next + 2]?.lower === 'm');
}

function isAddress(tokens: readonly Token[], next: number): boolean {
  const words = tokens.slice(next, next + REACH);
  const street = words.findIndex(({ lower }) => STREETS.test(lower));
  return street > 0 && words.slice(0, street).every(({ text }) => /^\p{Lu}/u.test(text));
}
