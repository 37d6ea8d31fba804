import type { WorkSignal } from '#contracts/workflows';

/** The signal that a project has work. */
export function projectSignal({
  id,
  ownerId,
}: {
  readonly id: string;
  readonly ownerId: string;
}): WorkSignal {
  return { kind: 'project', id, ownerId };
}
