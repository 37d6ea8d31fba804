import { openAsBlob } from 'node:fs';
import path from 'node:path';
import type { Conversation } from '#contracts/api';
import { jsonRequest, persistentRequest } from '../persistent-request.ts';
import type { TalkStep } from './talk-script.ts';

/** Conversations of one run, each of an owner of its own. */
export class Talks {
  /** Requests that wait for their answer. */
  unanswered = 0;
  private readonly lanes: Promise<void>[];

  private constructor(
    private readonly baseUrl: string,
    readonly ids: readonly string[],
  ) {
    this.lanes = ids.map(() => Promise.resolve());
  }

  /** Creates so many empty conversations. */
  static async begin(baseUrl: string, count: number): Promise<Talks> {
    const ids: string[] = [];
    for (let talk = 0; talk < count; talk += 1) {
      const body = { title: `Talk ${talk}`, ownerId: `owner-${talk}` };
      const answer = await persistentRequest(`${baseUrl}/conversations`, () =>
        jsonRequest(body, `talk-${talk}`),
      );
      ids.push((answer.body as Conversation).id);
    }
    return new Talks(baseUrl, ids);
  }

  /** Lets steps happen, those of one conversation one after the other; waits for none. */
  give(steps: readonly TalkStep[]): void {
    for (const step of steps) {
      this.unanswered += 1;
      const lane = (this.lanes[step.talk] ?? Promise.resolve()).then(async () => {
        await this.send(step);
        this.unanswered -= 1;
      });
      // It is blockedWorkflowIds at the end; until then nobody is there to hear of a failure.
      lane.catch(() => undefined);
      this.lanes[step.talk] = lane;
    }
  }

  /** Waits until every step was answered. @throws when one was refused */
  async accepted(): Promise<void> {
    await Promise.all(this.lanes);
  }

  private async send({ talk, key, content }: TalkStep): Promise<void> {
    const url = `${this.baseUrl}/conversations/${this.ids[talk] ?? ''}`;
    if (typeof content === 'string') {
      await persistentRequest(`${url}/clips`, () => uploadRequest(content, key));
    } else {
      await persistentRequest(`${url}/exchanges`, () => jsonRequest({ turns: content }, key));
    }
  }
}

async function uploadRequest(file: string, key: string): Promise<RequestInit> {
  const body = new FormData();
  body.append('speaker', 'Tom');
  body.append('file', await openAsBlob(file), path.basename(file));
  return { method: 'POST', headers: { 'idempotency-key': key }, body };
}
