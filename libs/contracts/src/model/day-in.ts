/** Making a format costs more than many uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day of a moment in a time zone, as an ISO 8601 date.
 * @param timeZone name in the IANA database
 */
export function dayIn(timeZone: string, moment: Date): string {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(moment);
}
