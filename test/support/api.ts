import { acceptedClipSchema, type AcceptedClip, type Exchange } from '#contracts/api';
import { ApiClient } from './api-client.ts';
import { jsonRequest } from './json-request.ts';

/** Sends a JSON body. */
export function sendJson(
  method: 'POST' | 'PATCH' | 'PUT',
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, jsonRequest(method, body, headers));
}

/** Adds a typed exchange. @param texts one turn each, all of one speaker */
export function addExchange(
  url: string,
  conversationId: string,
  ...texts: readonly string[]
): Promise<Exchange> {
  const turns = texts.map((text) => ({ speaker: 'Ada', text }));
  return new ApiClient(url).say(conversationId, ...turns);
}

/** Creates a conversation through the API. @returns its id */
export async function createConversation(url: string, title = 'A talk'): Promise<string> {
  return (await new ApiClient(url).createConversation(title)).id;
}

/** The form of an upload. Fields may come before or after the file. */
export function clipForm(
  bytes: Uint8Array<ArrayBuffer>,
  { before = {}, after = {}, name = 'talk.wav' } = {},
): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(before)) form.append(field, String(value));
  form.append('file', new Blob([bytes]), name);
  for (const [field, value] of Object.entries(after)) form.append(field, String(value));
  return form;
}

/** Sends a form as an upload. */
export function upload(
  url: string,
  conversationId: string,
  body: FormData,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/conversations/${conversationId}/clips`, { method: 'POST', headers, body });
}

/** Uploads a clip that the gateway accepts. */
export async function acceptClip(
  url: string,
  conversationId: string,
  bytes = new TextEncoder().encode(`sound ${Math.random()}`),
): Promise<AcceptedClip> {
  const response = await upload(url, conversationId, clipForm(bytes));
  return acceptedClipSchema.parse(await response.json());
}
