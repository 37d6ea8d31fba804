import type { SummarisedPart } from './summarised-part.ts';

/**
 * Groups consecutive summaries that are combined in one call: as many as an engine can read, but at
 * least two, so that each round leaves fewer.
 * @param maxCharacters maximum length of their JSON in a group of more than two
 */
export function combineGroups(
  parts: readonly SummarisedPart[],
  maxCharacters: number,
): readonly (readonly SummarisedPart[])[] {
  const groups: SummarisedPart[][] = [];
  let filled = 0;
  for (const part of parts) {
    const length = JSON.stringify(part.content).length;
    const group = groups.at(-1);
    const joins = group && (group.length < 2 || filled + length <= maxCharacters);
    if (joins) group.push(part);
    else groups.push([part]);
    filled = joins ? filled + length : length;
  }
  return groups;
}
