import { Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { Observable, ReplaySubject, takeUntil, type Subscriber } from 'rxjs';
import { isEnded } from '#contracts/tasks';
import { AppError } from '#platform';
import { TasksRepository } from '#store';
import { TaskWatchHub } from './task-watch-hub.ts';
import type { TaskSnapshot } from './task-snapshot.ts';

const HEARTBEAT_MS = 15_000;

/** Streams what happens to tasks. */
@Injectable()
export class TaskEventsService implements OnModuleDestroy {
  private readonly closing = new ReplaySubject<void>(1);

  constructor(
    private readonly tasks: TasksRepository,
    private readonly hub: TaskWatchHub,
  ) {}

  /** Ends all streams; their readers come back to whoever answers next, and miss nothing. */
  onModuleDestroy(): void {
    this.closing.next();
  }

  /**
   * The events of a task from the one that the reader knows last.
   * @param lastEventId version of the task that the reader has seen; anything else counts as none
   * @returns `null` when the reader has seen the end of the task
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
      const watcher = new StreamWatcher(reader, since);
      const leave = this.hub.watch(id, watcher);
      const heartbeat = setInterval(() => reader.next({ comment: 'still here' }), HEARTBEAT_MS);
      return () => {
        leave();
        clearInterval(heartbeat);
      };
    });
  }
}

/** Tells a reader what it does not know yet. */
class StreamWatcher {
  private toldLive: boolean | null = null;
  private toldPlace: string | null = null;

  constructor(
    private readonly reader: Subscriber<MessageEvent>,
    public knownVersion: number,
  ) {}

  /**
   * The chunks carry the id of what was told before, and the task its own: a reader that breaks
   * off between them gets all of them again.
   */
  see(snapshot: TaskSnapshot): void {
    if (snapshot.version === this.knownVersion && !this.isNews(snapshot)) return;
    for (const data of snapshot.chunksSince(this.knownVersion)) {
      this.reader.next({ type: 'segments', id: String(this.knownVersion), data });
    }
    this.reader.next({ type: 'task', id: String(snapshot.version), data: snapshot.taskData });
    this.knownVersion = snapshot.version;
    this.toldLive = snapshot.live;
    this.toldPlace = snapshot.place;
    if (snapshot.ended) this.reader.complete();
  }

  /** What changes without a new version of the task. */
  private isNews({ live, place }: TaskSnapshot): boolean {
    return live !== this.toldLive || place !== this.toldPlace;
  }
}
