import type { DatabaseContents, TableContents } from '../../manifest/manifest.ts';

/**
 * What is not in a database as it should be.
 * @param expected what was backed up
 * @param actual what the restored database holds
 * @returns a sentence for people for each difference; none if all is well
 */
export function differencesOf(
  expected: DatabaseContents,
  actual: DatabaseContents,
): readonly string[] {
  return [
    ...differentNumber('schema version', expected.schemaVersion, actual.schemaVersion),
    ...differentNumber('newest event', expected.eventNumber, actual.eventNumber),
    ...differentTables(expected.tables, actual.tables),
    ...differentSequences(expected.sequences, actual.sequences),
  ];
}

function differentNumber(name: string, expected: number, actual: number): readonly string[] {
  return expected === actual ? [] : [`The ${name} is ${actual} instead of ${expected}.`];
}

function differentTables(
  expected: readonly TableContents[],
  actual: readonly TableContents[],
): readonly string[] {
  const found = byName(actual);
  const wanted = byName(expected);
  return [
    ...expected.flatMap((table) => differentTable(table, found.get(table.name))),
    ...actual
      .filter(({ name }) => !wanted.has(name))
      .map(({ name }) => `The table ${name} was not there when the backup was made.`),
  ];
}

function differentTable(expected: TableContents, actual?: TableContents): readonly string[] {
  const { name } = expected;
  if (actual === undefined) return [`The table ${name} is missing.`];
  if (actual.rows !== expected.rows) {
    return [`The table ${name} has ${actual.rows} rows instead of ${expected.rows}.`];
  }
  if (actual.hash !== expected.hash) return [`The table ${name} has other values in its rows.`];
  return [];
}

/**
 * A sequence may be further than it was at the moment of the snapshot, because the dump reads it
 * later. Less far, it would hand out numbers a second time.
 */
function differentSequences(
  expected: DatabaseContents['sequences'],
  actual: DatabaseContents['sequences'],
): readonly string[] {
  const found = byName(actual);
  return expected.flatMap(({ name, next }) => {
    const sequence = found.get(name);
    if (sequence === undefined) return [`The sequence ${name} is missing.`];
    if (sequence.next >= next) return [];
    return [`The sequence ${name} goes on with ${sequence.next} instead of ${next} or more.`];
  });
}

function byName<Named extends { readonly name: string }>(
  list: readonly Named[],
): ReadonlyMap<string, Named> {
  return new Map(list.map((each) => [each.name, each]));
}
