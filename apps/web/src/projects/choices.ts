/** A currency to choose. */
export interface CurrencyChoice {
  /** ISO 4217. */
  readonly code: string;
  /** Such as `EUR, euro`. */
  readonly label: string;
}

/** All currencies that the browser knows, by their codes. */
export function currencyChoices(): readonly CurrencyChoice[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({
    code,
    label: `${code}, ${names.of(code) ?? code}`,
  }));
}

/** All time zones that the browser knows, with that of the browser and UTC. */
export function timeZoneChoices(): readonly string[] {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set(['UTC', own, ...Intl.supportedValuesOf('timeZone')])];
}
