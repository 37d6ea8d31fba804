import { openAsBlob } from 'node:fs';
import path from 'node:path';
import type { Conversation } from '#contracts/api';
import { repeatablePost, persistentRequest } from '../persistent-request.ts';
import type { TalkStep } from './talk-script.ts';

/** The conversations of one run, each with its own owner. */
export class Talks {
  /** Number of requests without a response. */
  unanswered = 0;
  private readonly lanes: Promise<void>[];

  private constructor(
    private readonly baseUrl: string,
    readonly ids: readonly string[],
  ) {
    this.lanes = ids.map(() => Promise.resolve());
  }

  /** Creates empty conversations. */
  static async begin(baseUrl: string, count: number): Promise<Talks> {
    const ids: string[] = [];
    for (let talk = 0; talk < count; talk += 1) {
      const body = { title: `Talk ${talk}`, ownerId: `owner-${talk}` };
      const answer = await persistentRequest(`${baseUrl}/conversations`, () =>
        repeatablePost(body, `talk-${talk}`),
      );
      ids.push((answer.body as Conversation).id);
    }
    return new Talks(baseUrl, ids);
  }

  /** Sends the steps of each conversation sequentially; returns immediately. */
  enqueue(steps: readonly TalkStep[]): void {
    for (const step of steps) {
      this.unanswered += 1;
      const lane = (this.lanes[step.talk] ?? Promise.resolve()).then(async () => {
        await this.send(step);
        this.unanswered -= 1;
      });
      // `accepted` reports a failure; until then it must not be an unhandled rejection.
      lane.catch(() => undefined);
      this.lanes[step.talk] = lane;
    }
  }

  /** Waits for the responses to all steps. @throws when one was refused */
  async accepted(): Promise<void> {
    await Promise.all(this.lanes);
  }

  private async send({ talk, key, content }: TalkStep): Promise<void> {
    const url = `${this.baseUrl}/conversations/${this.ids[talk] ?? ''}`;
    if (typeof content === 'string') {
      await persistentRequest(`${url}/clips`, () => uploadRequest(content, key));
    } else {
      await persistentRequest(`${url}/exchanges`, () => repeatablePost({ turns: content }, key));
    }
  }
}

async function uploadRequest(file: string, key: string): Promise<RequestInit> {
  const body = new FormData();
  body.append('speaker', 'Tom');
  body.append('file', await openAsBlob(file), path.basename(file));
  return { method: 'POST', headers: { 'idempotency-key': key }, body };
}
