import type { FoundMoney } from '../amounts/money.rule.ts';
import type { Statement } from '../statement.ts';
import { aroundAmount } from '../claims/doubts.rule.ts';

/** "New batteries, thirty-one euros": what was bought, as far as anybody can tell. */
export function typeOfFragment(
  { source, amount }: Statement,
  { isStated }: FoundMoney,
): string | null {
  const [before] = aroundAmount({ source, amount });
  const isPrice = isStated || /\.\d\d$/.test(source.line.text.slice(amount.start, amount.end));
  return isPrice && AFTER_THING.test(before) ? 'expense' : null;
}

/** A thing and a comma, or "that's". */
const AFTER_THING =
  /\p{L}{3}[^.;:?!]{0,60},\s$|(?<!\p{L})(?:that['’]s|that was|that makes|das sind|das waren|ça fait|son)\s(?:another )?$/iu;
