/** One line of the table: what it is, where it is. */
export type TableRow = readonly [name: string, value: string];

/**
 * The table that a person sees when everything runs.
 * @returns lines inside a frame, the names in a column of their own
 */
export function readyTable(rows: readonly TableRow[]): string {
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  const valueWidth = Math.max(...rows.map(([, value]) => value.length));
  const rule = (left: string, right: string) =>
    `${left}${'─'.repeat(nameWidth + valueWidth + 5)}${right}`;
  const lines = rows.map(
    ([name, value]) => `│ ${name.padEnd(nameWidth)}   ${value.padEnd(valueWidth)} │`,
  );
  return [rule('┌', '┐'), ...lines, rule('└', '┘')].join('\n');
}
