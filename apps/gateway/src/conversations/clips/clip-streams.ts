import { Injectable, type StreamableFile } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AcceptedClip } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import { eventBlock } from '../../http/event-stream/event-block.ts';
import type { EventStreamBody } from '../../http/event-stream/event-stream-body.ts';
import { EventStreams } from '../../http/event-stream/event-streams.ts';
import { wantsEventStream } from '../../http/event-stream/wants-event-stream.ts';
import { TaskEventsService } from '../../tasks/events/task-events.service.ts';
import { TranscriptsService } from '../transcripts/transcripts.service.ts';

/** Answers uploads of clips, on request with a stream of the transcription. */
@Injectable()
export class ClipStreams {
  constructor(
    private readonly tasks: TaskEventsService,
    private readonly transcripts: TranscriptsService,
    private readonly streams: EventStreams,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(ClipStreams.name);
  }

  /**
   * Answers an upload. Where a stream is requested that is one too many, nothing is accepted.
   * @param accept reads the upload, and accepts the clip
   * @throws AppError `too_many_streams`, and what `accept` throws
   */
  async answer(
    accept: () => Promise<AcceptedClip>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<AcceptedClip | StreamableFile> {
    if (!wantsEventStream(request.headers.accept)) return located(await accept(), reply);
    const stream = await this.streams.begin(request, async (body) => {
      this.follow(located(await accept(), reply), body);
    });
    return stream.answer(reply);
  }

  /**
   * Sends the accepted clip, then the events of its task, and at the end its turn. The task does
   * not depend on the stream: an error here ends the stream and nothing else.
   */
  private follow(accepted: AcceptedClip, body: EventStreamBody): void {
    body.send(eventBlock({ type: 'accepted', data: JSON.stringify(accepted) }));
    this.stream(accepted, body).catch((error: unknown) => {
      this.logger.warn({ err: error, taskId: accepted.task.id }, 'a clip could not be followed');
      body.destroy();
    });
  }

  private async stream({ clip, task }: AcceptedClip, body: EventStreamBody): Promise<void> {
    const how = await this.tasks.watch(task.id, 0, body);
    if (how === 'ended') await this.sendTurn(clip.turnId, body);
    body.end();
  }

  private async sendTurn(turnId: string, body: EventStreamBody): Promise<void> {
    const turn = await this.transcripts.findTurn(turnId);
    await body.drained();
    const hasEnded = turn.taskState !== null && isEnded(turn.taskState);
    if (hasEnded) body.send(eventBlock({ type: 'transcript', data: JSON.stringify(turn) }));
  }
}

/** Sets the location of the task of the clip. */
function located(accepted: AcceptedClip, reply: FastifyReply): AcceptedClip {
  void reply.header('location', `/tasks/${accepted.task.id}`);
  return accepted;
}
