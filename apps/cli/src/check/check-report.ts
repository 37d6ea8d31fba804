import type { CheckReport } from '#backups';
import { UNCHECKED, type Difference } from '#domain';

const count = (value: number) => value.toLocaleString('en');

/** A difference as a line of text. */
export function describeDifference({ table, id, field, expected, actual }: Difference): string {
  if (field === null)
    return `${table} ${id}: ${String(actual)}, but it should be ${String(expected)}`;
  return `${table} ${id} ${field}: ${String(actual)}, but the log says ${String(expected)}`;
}

/** What was checked, as lines of text. @param elapsedMs how long it took */
export function describeReport(report: CheckReport, elapsedMs: number): readonly string[] {
  const { events, eventNumber, rows, differences, snapshot, faults } = report;
  const from =
    snapshot === null
      ? 'from the beginning'
      : `since the snapshot ${snapshot.id} at event ${count(snapshot.eventNumber)}`;
  const rate = count(Math.round((events * 1000) / Math.max(elapsedMs, 1)));
  return [
    ...faults.map(
      ({ snapshot: { id }, error }) => `  snapshot ${id} is ${error.fault}: ${error.message}`,
    ),
    `Replayed ${count(events)} events ${from}, up to event ${count(eventNumber)} (${rate} a second with the comparison), and compared ${count(rows)} rows.`,
    differences === 0
      ? 'The data is what the change log says.'
      : `${count(differences)} ${differences === 1 ? 'value is' : 'values are'} not what the change log says.`,
  ];
}

/** What no check can compare, as text. */
export function describeUnchecked(): string {
  const lines = UNCHECKED.map(({ what, why }) => `  ${what}: ${why}`);
  return ['Not checked, because the log does not hold it:', ...lines].join('\n');
}
