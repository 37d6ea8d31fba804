import type { FoundDate } from '../../../text/dates.ts';

/** Words before the day by which something is to be paid. */
const BY =
  /(?<!\p{L})(?:before|by|until|till|no later than|not later than|due(?: on| by)?|payable(?: on| by)?|paid (?:on|by|before)|deadline(?: is)?|falls due(?: on)?|vor dem|bis(?: zum| spätestens)?|spätestens(?: am)?|fällig(?: am| zum)?|zahlbar(?: bis| am)?|avant(?: le)?|au plus tard(?: le)?|échéance(?: le)?|jusqu['’]au|d['’]ici(?: le| au)?|antes del?|hasta(?: el)?|a más tardar(?: el)?|vence(?: el)?)\s(?:the |end of |the end of |dem )?$/iu;

/**
 * The day by which something is to be paid: it says more than the day on which its bill came.
 * @param dates of the sentence, in the line
 * @param saidOn ISO 8601 date
 */
export function deadlineOf(
  dates: readonly FoundDate[],
  line: string,
  saidOn: string,
): FoundDate | null {
  const isDeadline = ({ start, on }: FoundDate) =>
    on.date >= saidOn && BY.test(line.slice(Math.max(0, start - 40), start));
  return dates.find(isDeadline) ?? null;
}
