const MONTHS_IN_YEAR = 12;

/** The month some months after another one, such as `2027-01` after `2026-11` by 2. */
export function nextMonth(month: string, by = 1): string {
  const index = Number(month.slice(0, 4)) * MONTHS_IN_YEAR + Number(month.slice(5, 7)) - 1 + by;
  const year = Math.floor(index / MONTHS_IN_YEAR);
  return `${String(year).padStart(4, '0')}-${String((index % MONTHS_IN_YEAR) + 1).padStart(2, '0')}`;
}

/**
 * All months from the first to the last one.
 * @param most the latest so many of them are kept
 */
export function monthsBetween(first: string, last: string, most: number): readonly string[] {
  const months: string[] = [];
  const start = nextMonth(last, 1 - most);
  for (let month = first > start ? first : start; month <= last; month = nextMonth(month)) {
    months.push(month);
  }
  return months;
}

const NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** A month for people, such as `November 2026` for `2026-11`. */
export function monthInWords(month: string): string {
  return `${NAMES[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`.trim();
}
