import type { Memory } from '../api/types.ts';

/** Memories that were kept when one conversation was deleted. */
export interface KeptGroup<Item> {
  /** When that was. */
  readonly keptAt: string;
  readonly memories: readonly Item[];
}

/**
 * Groups memories by the conversation that they have outlived, the one deleted last first. The order
 * within a group is kept.
 *
 * @param memories - Any; those that still belong to a conversation are left out.
 */
export function keptGroups<Item extends Pick<Memory, 'keptAt'>>(
  memories: readonly Item[],
): readonly KeptGroup<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const memory of memories) {
    if (memory.keptAt === null) continue;
    const group = groups.get(memory.keptAt) ?? [];
    groups.set(memory.keptAt, [...group, memory]);
  }
  return [...groups]
    .map(([keptAt, items]) => ({ keptAt, memories: items }))
    .sort((one, other) => Date.parse(other.keptAt) - Date.parse(one.keptAt));
}
