import { PRIORITY_KEYS, type TaskPriority } from '#contracts/model';

/** The tasks of one owner that wait in a queue with the same priority. */
export interface OwnerLine {
  readonly ownerId: string;
  readonly priority: TaskPriority;
  readonly waiting: number;
  /** Id of the task that has waited longest. Ids sort by age. */
  readonly oldestId: string;
}

/** The position of a task among those of its owner. */
export interface PlaceInLine {
  readonly ownerId: string;
  readonly priority: TaskPriority;
  /** 1 for the oldest task of the line. */
  readonly rank: number;
}

/**
 * How many tasks of the queue start before a task, plus one. All tasks of a higher priority go
 * first. Within a priority, owners take turns: before the task of rank r, every other owner starts
 * up to r − 1 tasks, and one more if that owner has waited longer.
 * @param lines all lines of the queue
 */
export function queuePosition(place: PlaceInLine, lines: readonly OwnerLine[]): number {
  const isOwn = (line: OwnerLine) =>
    line.ownerId === place.ownerId && line.priority === place.priority;
  const own = lines.find(isOwn);
  return lines.reduce(
    (position, line) => position + (isOwn(line) ? 0 : startingBefore(place, line, own?.oldestId)),
    place.rank,
  );
}

function startingBefore(
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
