import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const createdSchema = z.object({ id: z.string() });
const pageSchema = z.object({ items: z.array(z.unknown()) });

/** The API calls that the sample needs. Each throws when the gateway does not answer with a 2xx. */
export class ConversationApi {
  /** @param url base URL of the gateway, without a trailing slash */
  constructor(private readonly url: string) {}

  /** Whether there are no conversations yet. */
  async isEmpty(): Promise<boolean> {
    return pageSchema.parse(await this.call('/conversations', {})).items.length === 0;
  }

  /**
   * @param key idempotency key: the same key returns the same conversation
   * @returns id of the conversation
   */
  async createConversation(title: string, key: string): Promise<string> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const body = JSON.stringify({ title });
    const created = await this.call('/conversations', { method: 'POST', headers, body });
    return createdSchema.parse(created).id;
  }

  /** @param clip path of the recording and its speaker @param key idempotency key */
  async addClip(id: string, clip: { file: string; speaker: string }, key: string): Promise<void> {
    const body = new FormData();
    body.append('speaker', clip.speaker);
    body.append('file', await openAsBlob(clip.file), path.basename(clip.file));
    const headers = { 'idempotency-key': key };
    await this.call(`/conversations/${id}/clips`, { method: 'POST', headers, body });
  }

  private async call(route: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(`${this.url}${route}`, init);
    if (response.ok) return response.json();
    throw new Error(`${init.method ?? 'GET'} ${route} answered ${response.status}`);
  }
}
