import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SampleDocument, SamplePlan, SampleProject, SampleTurn } from './sample-project.ts';

const createdSchema = z.object({ id: z.string() });
const pageSchema = z.object({ items: z.array(z.unknown()) });
const agentsSchema = z.object({ items: z.array(z.object({ name: z.string() })) });

/**
 * The API calls that the sample needs. Each throws when the gateway does not answer with a 2xx. The
 * same idempotency key returns what it has created before.
 */
export class SampleApi {
  /** @param url base URL of the gateway, without a trailing slash */
  constructor(private readonly url: string) {}

  /** Whether there are no conversations yet. */
  async isEmpty(): Promise<boolean> {
    return pageSchema.parse(await this.call('/conversations', {})).items.length === 0;
  }

  /** @returns id of the project */
  createProject({ name, currency, timeZone }: SampleProject, key: string): Promise<string> {
    // Another report of each agent follows when the recordings are transcribed.
    return this.create('/projects', { name, currency, timeZone, refresh: 'onChange' }, key);
  }

  async setPlan(projectId: string, plan: SamplePlan): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(plan);
    await this.call(`/projects/${projectId}/plan`, { method: 'PUT', headers, body });
  }

  /** @returns id of the conversation */
  createConversation(title: string, projectId: string, key: string): Promise<string> {
    return this.create('/conversations', { title, projectId }, key);
  }

  async addExchange(id: string, turns: readonly SampleTurn[], key: string): Promise<void> {
    await this.create(`/conversations/${id}/exchanges`, { turns }, key);
  }

  /** @param clip path of the recording and its speaker */
  async addClip(id: string, clip: { file: string; speaker: string }, key: string): Promise<void> {
    const body = new FormData();
    body.append('speaker', clip.speaker);
    body.append('file', await openAsBlob(clip.file), path.basename(clip.file));
    const headers = { 'idempotency-key': key };
    await this.call(`/conversations/${id}/clips`, { method: 'POST', headers, body });
  }

  async addDocument(projectId: string, document: SampleDocument, key: string): Promise<void> {
    const body = new FormData();
    body.append('file', new Blob([document.text]), document.fileName);
    const headers = { 'idempotency-key': key };
    await this.call(`/projects/${projectId}/documents`, { method: 'POST', headers, body });
  }

  /** Starts a report of every agent, so that no dashboard is empty while recordings are transcribed. */
  async makeReports(projectId: string, key: string): Promise<void> {
    const { items } = agentsSchema.parse(await this.call('/agents', {}));
    for (const { name: agent } of items) {
      await this.create(`/projects/${projectId}/reports`, { agent }, `${key}-${agent}`);
    }
  }

  private async create(route: string, body: object, key: string): Promise<string> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return createdSchema.parse(await this.call(route, init)).id;
  }

  private async call(route: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(`${this.url}${route}`, init);
    if (response.ok) return response.json();
    throw new Error(`${init.method ?? 'GET'} ${route} answered ${response.status}`);
  }
}
