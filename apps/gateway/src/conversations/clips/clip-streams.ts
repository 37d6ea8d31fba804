import { Injectable, type MessageEvent } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { EMPTY, type Observable } from 'rxjs';
import type { AcceptedClip } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import { commentBlock, eventBlock } from '../../http/event-stream/event-block.ts';
import { EventStreamBody } from '../../http/event-stream/event-stream-body.ts';
import { TaskEventsService } from '../../tasks/events/task-events.service.ts';
import { TranscriptsService } from '../transcripts/transcripts.service.ts';

/** Streams the transcription of a clip in the response to its upload. */
@Injectable()
export class ClipStreams {
  constructor(
    private readonly tasks: TaskEventsService,
    private readonly transcripts: TranscriptsService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(ClipStreams.name);
  }

  /**
   * Sends the accepted clip, then the events of its task, and at the end its turn. The task does
   * not depend on the stream: an error here ends the stream and nothing else.
   */
  follow(accepted: AcceptedClip): EventStreamBody {
    const body = new EventStreamBody();
    body.send(eventBlock({ type: 'accepted', data: JSON.stringify(accepted) }));
    this.stream(accepted, body).catch((error: unknown) => {
      this.logger.warn({ err: error, taskId: accepted.task.id }, 'a clip could not be followed');
      body.destroy();
    });
    return body;
  }

  private async stream({ clip, task }: AcceptedClip, body: EventStreamBody): Promise<void> {
    const isGone = await forward((await this.tasks.watch(task.id, undefined)) ?? EMPTY, body);
    if (isGone) body.end();
    if (isGone || body.destroyed) return;
    const turn = await this.transcripts.findTurn(clip.turnId);
    // The task has not ended when the gateway shuts down.
    const hasEnded = turn.taskState !== null && isEnded(turn.taskState);
    if (hasEnded) body.send(eventBlock({ type: 'transcript', data: JSON.stringify(turn) }));
    body.end();
  }
}

/**
 * Forwards events as they arrive, until they end or the client has disconnected.
 * @returns whether they end because the task was deleted
 */
function forward(events: Observable<MessageEvent>, body: EventStreamBody): Promise<boolean> {
  let isGone = false;
  return new Promise((resolve, reject) => {
    const subscription = events.subscribe({
      next: (event) => {
        isGone = event.type === 'gone';
        body.send(blockOf(event));
      },
      error: reject,
      complete: () => resolve(isGone),
    });
    body.once('close', () => {
      subscription.unsubscribe();
      resolve(isGone);
    });
  });
}

function blockOf({ type = 'message', id, data, comment }: MessageEvent): string {
  if (data === undefined) return commentBlock(comment ?? '');
  return eventBlock({ type, id, data: typeof data === 'string' ? data : JSON.stringify(data) });
}
