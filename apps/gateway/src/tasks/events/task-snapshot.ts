import type { PartialText, Task } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import type { ChunkText } from '#store';

/** A changed chunk of a task, serialised. */
interface ChangedChunk {
  readonly version: number;
  readonly data: string;
}

/**
 * The result of one read of a task, serialised once for all watchers. The task must be read before
 * its chunks, so that the snapshot contains every change up to the version of the task.
 */
export class TaskSnapshot {
  readonly version: number;
  readonly ended: boolean;
  readonly live: boolean;
  /** Changes with the position in the queue, but not with the estimated waiting time. */
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
      .filter(hasContent)
      .map((chunk) => ({ version: chunk.version, data: dataOf(chunk) }));
  }

  /** Data of the chunks that changed after a version, in clip order. */
  chunksSince(version: number): readonly string[] {
    return this.chunks.filter((chunk) => chunk.version > version).map(({ data }) => data);
  }
}

/** A planned chunk without results has no content to send. */
function hasContent({ finished, segments }: ChunkText): boolean {
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
