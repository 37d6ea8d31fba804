import { PRIORITY_KEYS, type TaskPriority } from '#contracts/model';

/** The tasks of one owner that wait in a queue with the same priority. */
export interface OwnerLine {
  readonly ownerId: string;
  readonly priority: TaskPriority;
  readonly waiting: number;
  /** Id of the one that has waited longest; ids sort by age. */
  readonly oldestId: string;
}

/** Where a task stands among those of its owner. */
export interface PlaceInLine {
  readonly ownerId: string;
  readonly priority: TaskPriority;
  /** 1 for the oldest of the line. */
  readonly rank: number;
}

/**
 * How many tasks of the queue begin before a task, plus one. What is more urgent goes first, all of
 * it. Within a priority owners take turns: before the task that is r-th in its line, every other
 * owner begins r − 1, and one more if that owner has waited for longer.
 * @param lines all lines of the queue
 */
export function queuePosition(place: PlaceInLine, lines: readonly OwnerLine[]): number {
  const isOwn = (line: OwnerLine) =>
    line.ownerId === place.ownerId && line.priority === place.priority;
  const own = lines.find(isOwn);
  return lines.reduce(
    (position, line) => position + (isOwn(line) ? 0 : beginningBefore(place, line, own?.oldestId)),
    place.rank,
  );
}

function beginningBefore(
  { priority, rank }: PlaceInLine,
  line: OwnerLine,
  ownOldestId = '',
): number {
  const key = PRIORITY_KEYS[line.priority];
  if (key < PRIORITY_KEYS[priority]) return line.waiting;
  if (key > PRIORITY_KEYS[priority]) return 0;
  const turns = line.oldestId < ownOldestId ? rank : rank - 1;
  return Math.min(line.waiting, turns);
}
