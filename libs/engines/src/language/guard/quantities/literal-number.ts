import type { TokenRun } from './token-run.ts';

/** Numbers in digits: how they read, and the index after their last token. */
export interface ReadNumber {
  readonly readings: readonly string[];
  readonly end: number;
}

const ORDINAL = /^(?:st|nd|rd|th)$/u;
const VULGAR: ReadonlyMap<string, string> = new Map([
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⅓', '1/3'],
  ['⅔', '2/3'],
]);
/** From this number of digits on, groups of digits are one telephone number or the like. */
const LONG_DIGITS = 7;

/** Reads a number in digits; `null` when there is none. */
export function literalNumber(run: TokenRun, at: number): ReadNumber | null {
  const token = run.tokens[at];
  if (token?.kind !== 'number') return null;
  const fraction = VULGAR.get(token.key);
  if (fraction !== undefined) return { readings: [fraction], end: at + 1 };
  const next = run.tokens[at + 1];
  if (next?.glued === true && ORDINAL.test(next.key)) {
    return { readings: [`ord:${plain(token.key)}`], end: at + 2 };
  }
  if (next?.glued === true && next.key === 's') {
    return { readings: [`${plain(token.key)}s`], end: at + 2 };
  }
  if (next?.glued === true && next.key === '/' && run.tokens[at + 2]?.glued === true) {
    const under = run.tokens[at + 2];
    if (under?.kind === 'number' && run.tokens[at + 3]?.key !== '/') {
      return { readings: [`${plain(token.key)}/${plain(under.key)}`], end: at + 3 };
    }
  }
  return groupsOfDigits(run, at);
}

/** "555 0134" and "555-0134": each group apart, and one number when it is long. */
function groupsOfDigits(run: TokenRun, at: number): ReadNumber {
  const groups = [run.key(at)];
  let [end, hyphens] = [at + 1, 0];
  for (;;) {
    const hyphen = run.key(end) === '-' && run.tokens[end]?.glued === true;
    const next = hyphen ? end + 1 : end;
    const token = run.tokens[next];
    const joined = hyphen ? token?.glued === true : run.follows(next);
    if (token?.kind !== 'number' || !joined || /\D/u.test(token.key)) break;
    if (/\D/u.test(groups.at(-1) ?? '')) break;
    groups.push(token.key);
    hyphens += hyphen ? 1 : 0;
    end = next + 1;
  }
  const digits = groups.join('');
  if (hyphens > 0 && !isTelephone(groups))
    return { readings: [plain(groups[0] ?? '')], end: at + 1 };
  if (groups.length === 1) return { readings: [plain(digits)], end };
  const readings = [groups.join(' ')];
  return { readings: digits.length >= LONG_DIGITS ? [...readings, digits] : readings, end };
}

/** Two years with a hyphen are a range. */
function isTelephone(groups: readonly string[]): boolean {
  if (groups.join('').length < LONG_DIGITS) return false;
  return !(groups.length === 2 && groups.every((group) => /^(?:19|20)\d\d$/u.test(group)));
}

/** Digits without separators of thousands; "1.000" and "3,14" keep their marks. */
function plain(digits: string): string {
  const whole = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits)
    ? digits.replaceAll(',', '')
    : digits;
  return whole.replace(/^\./u, '0.');
}
