/** Id of a turn of a case, by which an engine cites it. @param number from 1 */
export function turnIdOf(number: number): string {
  return String(number);
}

/** The number of a turn from 1; `NaN` for an id that no turn has. */
export function turnNumberOf(turnId: string): number {
  return Number(turnId);
}
