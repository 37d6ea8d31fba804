import { Injectable } from '@nestjs/common';
import type { TaskGone } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import { AppError } from '#platform';
import { TasksRepository } from '#store';
import { commentBlock, eventBlock } from '../../http/event-stream/event-block.ts';
import type { EventStreamBody } from '../../http/event-stream/event-stream-body.ts';
import type { TaskWatcher } from './task-channel.ts';
import { TaskWatchHub } from './task-watch-hub.ts';
import type { TaskSnapshot } from './task-snapshot.ts';

const HEARTBEAT_MS = 15_000;

/** Why a watch is over: the task has ended, or was deleted, or its stream has closed. */
export type WatchEnd = 'ended' | 'gone' | 'closed';

/** Streams the changes of tasks. */
@Injectable()
export class TaskEventsService {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly hub: TaskWatchHub,
  ) {}

  /**
   * The version of a task after which a reader has to receive its changes.
   * @param lastEventId version of the task that the reader has received; an invalid value is
   * ignored
   * @returns `null` when the reader has already received the end of the task
   * @throws AppError `not_found`
   */
  async startOf(id: string, lastEventId: string | undefined): Promise<number | null> {
    const task = await this.tasks.find(id);
    if (task === null) throw new AppError('not_found', `There is no task ${id}.`);
    const seen = Number(lastEventId);
    const since = Number.isInteger(seen) && seen > 0 && seen <= task.version ? seen : 0;
    return isEnded(task.state) && since === task.version ? null : since;
  }

  /**
   * Sends the changes of a task to a stream, which stays open afterwards.
   * @param since version of the task that the reader has received; 0 for none
   */
  async watch(id: string, since: number, body: EventStreamBody): Promise<WatchEnd> {
    const { promise, resolve } = Promise.withResolvers<WatchEnd>();
    body.once('close', () => resolve('closed'));
    if (body.destroyed) return 'closed';
    const leave = this.hub.watch(id, new StreamWatcher(id, body, since, resolve));
    const heartbeat = setInterval(() => {
      if (body.hasRoom) body.send(commentBlock('still here'));
    }, HEARTBEAT_MS);
    return promise.finally(() => {
      leave();
      clearInterval(heartbeat);
    });
  }
}

/** Sends a stream what its reader has not received yet. */
class StreamWatcher implements TaskWatcher {
  private sentLive: boolean | null = null;
  private sentPlace: string | null = null;

  constructor(
    private readonly taskId: string,
    private readonly body: EventStreamBody,
    public knownVersion: number,
    private readonly end: (how: WatchEnd) => void,
  ) {}

  /** A slow reader skips states of the task, instead of having them wait in memory. */
  get hasRoom(): boolean {
    return this.body.hasRoom;
  }

  /**
   * The chunks carry the previous id, and the task carries the new one: a reader that disconnects
   * between them receives all of them again.
   */
  see(snapshot: TaskSnapshot): void {
    if (snapshot.version === this.knownVersion && !this.isChange(snapshot)) return;
    const { version, taskData } = snapshot;
    const blocks = snapshot
      .chunksSince(this.knownVersion)
      .map((data) => eventBlock({ type: 'segments', id: this.knownVersion, data }));
    blocks.push(eventBlock({ type: 'task', id: version, data: taskData }));
    this.body.send(blocks.join(''), version);
    this.knownVersion = version;
    this.sentLive = snapshot.live;
    this.sentPlace = snapshot.place;
    if (snapshot.ended) this.end('ended');
  }

  gone(): void {
    const gone: TaskGone = { taskId: this.taskId };
    this.body.send(eventBlock({ type: 'gone', data: JSON.stringify(gone) }));
    this.end('gone');
  }

  /** Whether something changed that does not increase the version of the task. */
  private isChange({ live, place }: TaskSnapshot): boolean {
    return live !== this.sentLive || place !== this.sentPlace;
  }
}
