/** One line of the table: a name and its location. */
export type TableRow = readonly [name: string, value: string];

/**
 * The table that is printed when all parts run.
 * @returns framed lines in two columns
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
