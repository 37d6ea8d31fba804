import type { PartialText, Task } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import type { ChunkText } from '#store';

/** A chunk of a task that has changed, ready to be sent. */
interface ChangedChunk {
  readonly version: number;
  readonly data: string;
}

/**
 * What one read of a task found, turned into the data of events once for all who watch it.
 * The task was read before its chunks: every change up to its version is in one of them.
 */
export class TaskSnapshot {
  readonly version: number;
  readonly ended: boolean;
  readonly live: boolean;
  /** Differs when the task stands elsewhere in its queue; the estimate of its wait does not count. */
  readonly place: string;
  readonly taskData: string;
  private readonly chunks: readonly ChangedChunk[];

  constructor(task: Task, version: number, chunks: readonly ChunkText[]) {
    this.version = version;
    this.ended = isEnded(task.state);
    this.live = task.live;
    this.place = `${task.queue?.position} ${task.queue?.paused}`;
    this.taskData = JSON.stringify(task);
    this.chunks = chunks
      .filter(hasNews)
      .map((chunk) => ({ version: chunk.version, data: dataOf(chunk) }));
  }

  /** Data of the chunks that changed after a version, in the order of the clip. */
  chunksSince(version: number): readonly string[] {
    return this.chunks.filter((chunk) => chunk.version > version).map(({ data }) => data);
  }
}

/** A chunk that has only been planned says nothing yet. */
function hasNews({ finished, segments }: ChunkText): boolean {
  return finished || segments.length > 0;
}

function dataOf({ index, finished, segments }: ChunkText): string {
  const partial: PartialText = {
    chunkIndex: index,
    finished,
    segments: segments.map(({ startMs, endMs, text }) => ({ startMs, endMs, text })),
  };
  return JSON.stringify(partial);
}
