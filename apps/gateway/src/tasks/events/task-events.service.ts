import { Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { Observable, ReplaySubject, takeUntil, type Subscriber } from 'rxjs';
import type { TaskGone } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import { AppError } from '#platform';
import { TasksRepository } from '#store';
import { TaskWatchHub } from './task-watch-hub.ts';
import type { TaskSnapshot } from './task-snapshot.ts';

const HEARTBEAT_MS = 15_000;

/** Streams the changes of tasks. */
@Injectable()
export class TaskEventsService implements OnModuleDestroy {
  private readonly closing = new ReplaySubject<void>(1);

  constructor(
    private readonly tasks: TasksRepository,
    private readonly hub: TaskWatchHub,
  ) {}

  /** Ends all streams. Readers reconnect to another or restarted gateway and miss no change. */
  onModuleDestroy(): void {
    this.closing.next();
  }

  /**
   * The events of a task after the last one that the reader received.
   * @param lastEventId version of the task that the reader has received; an invalid value is
   * ignored
   * @returns `null` when the reader has already received the end of the task
   * @throws AppError `not_found`
   */
  async watch(
    id: string,
    lastEventId: string | undefined,
  ): Promise<Observable<MessageEvent> | null> {
    const task = await this.tasks.find(id);
    if (task === null) throw new AppError('not_found', `There is no task ${id}.`);
    const seen = Number(lastEventId);
    const since = Number.isInteger(seen) && seen > 0 && seen <= task.version ? seen : 0;
    if (isEnded(task.state) && since === task.version) return null;
    return this.stream(id, since).pipe(takeUntil(this.closing));
  }

  private stream(id: string, since: number): Observable<MessageEvent> {
    return new Observable((reader) => {
      const watcher = new StreamWatcher(id, reader, since);
      const leave = this.hub.watch(id, watcher);
      const heartbeat = setInterval(() => reader.next({ comment: 'still here' }), HEARTBEAT_MS);
      return () => {
        leave();
        clearInterval(heartbeat);
      };
    });
  }
}

/** Sends a reader what it has not received yet. */
class StreamWatcher {
  private sentLive: boolean | null = null;
  private sentPlace: string | null = null;

  constructor(
    private readonly taskId: string,
    private readonly reader: Subscriber<MessageEvent>,
    public knownVersion: number,
  ) {}

  /**
   * The chunks carry the previous id, and the task carries the new one: a reader that disconnects
   * between them receives all of them again.
   */
  see(snapshot: TaskSnapshot): void {
    if (snapshot.version === this.knownVersion && !this.isChange(snapshot)) return;
    for (const data of snapshot.chunksSince(this.knownVersion)) {
      this.reader.next({ type: 'segments', id: String(this.knownVersion), data });
    }
    this.reader.next({ type: 'task', id: String(snapshot.version), data: snapshot.taskData });
    this.knownVersion = snapshot.version;
    this.sentLive = snapshot.live;
    this.sentPlace = snapshot.place;
    if (snapshot.ended) this.reader.complete();
  }

  gone(): void {
    const gone: TaskGone = { taskId: this.taskId };
    this.reader.next({ type: 'gone', data: JSON.stringify(gone) });
    this.reader.complete();
  }

  /** Whether something changed that does not increase the version of the task. */
  private isChange({ live, place }: TaskSnapshot): boolean {
    return live !== this.sentLive || place !== this.sentPlace;
  }
}
