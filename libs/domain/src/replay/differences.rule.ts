import { UNSAID, type ReplayedTable } from './replayed.ts';

/** A value as it is shown: a number, a state, an id, a time, or a digest; never text of people. */
export type ShownValue = string | number | boolean | null;

/** A value in the database that is not what the log says. */
export interface Difference {
  readonly table: ReplayedTable;
  /** Id of the row. */
  readonly id: string;
  /** Name of the field; `null` when the row is missing or surplus. */
  readonly field: string | null;
  /** What the log says; `missing` and `present` are about whole rows. */
  readonly expected: ShownValue;
  readonly actual: ShownValue;
}

/** Values of a row by the names of its fields. Times are milliseconds since 1970. */
export type RowValues = Readonly<Record<string, unknown>>;

/** The fields of a row whose values differ, each with the value that the log says. */
export function differingFields(expected: object, actual: RowValues): RowValues {
  const differing = Object.entries(expected).filter(
    ([field, value]) => value !== UNSAID && !isSame(value, actual[field]),
  );
  return Object.fromEntries(differing);
}

/** Describes the fields of a row that differ. @param digest shortens a text to a few characters */
export function differencesOf(
  { table, id }: Pick<Difference, 'table' | 'id'>,
  expected: object,
  actual: RowValues,
  digest: (text: string) => string,
): readonly Difference[] {
  return Object.entries(differingFields(expected, actual)).map(([field, value]) => ({
    ...{ table, id, field },
    expected: shown(field, value, digest),
    actual: shown(field, actual[field], digest),
  }));
}

/** A row of the log that the database does not have. */
export function missingRow(table: ReplayedTable, id: string): Difference {
  return { table, id, field: null, expected: 'present', actual: 'missing' };
}

/** A row of the database that no event has created. */
export function surplusRow(table: ReplayedTable, id: string): Difference {
  return { table, id, field: null, expected: 'missing', actual: 'present' };
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  return isJson(one) && isJson(other) && canonical(one) === canonical(other);
}

function isJson(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function shown(field: string, value: unknown, digest: (text: string) => string): ShownValue {
  if (typeof value === 'number' && field.endsWith('At')) return new Date(value).toISOString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return isJson(value) ? digest(canonical(value)) : null;
}

/** JSON with sorted keys, so that equal values have equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isJson(inner) && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
