import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const createdSchema = z.object({ id: z.string() });
const pageSchema = z.object({ items: z.array(z.unknown()) });

/** The few calls of the API that the sample needs. Each throws when the gateway does not agree. */
export class ConversationApi {
  /** @param url address of the gateway, without a slash at the end */
  constructor(private readonly url: string) {}

  /** Whether there is no conversation at all yet. */
  async isEmpty(): Promise<boolean> {
    return pageSchema.parse(await this.call('/conversations', {})).items.length === 0;
  }

  /**
   * @param key the same key gives the same conversation again
   * @returns its id
   */
  async createConversation(title: string, key: string): Promise<string> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const body = JSON.stringify({ title });
    const created = await this.call('/conversations', { method: 'POST', headers, body });
    return createdSchema.parse(created).id;
  }

  /** @param file path of the recording @param key the same key adds the clip once */
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
