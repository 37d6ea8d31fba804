/** Work is given up only after an outage that nobody has ended for a month. */
export const LONGEST_OUTAGE = '30 days';
