import { z } from 'zod';
import type { Reply } from './behaviours.ts';

const completion = z.object({
  id: z.string(),
  created: z.number(),
  model: z.string(),
  choices: z.array(
    z.object({ message: z.looseObject({ role: z.string() }), finish_reason: z.string() }),
  ),
});
/** Number of characters in one event. */
const CHUNK = 40;

/** The same answer as server-sent events, which is how a server sends it when it is asked to stream. */
export function streamed(reply: Reply): Reply {
  const parsed = reply.status === 200 ? completion.safeParse(jsonOf(reply.body)).data : undefined;
  const choice = parsed?.choices[0];
  if (parsed === undefined || choice === undefined) return reply;
  const { id, created, model } = parsed;
  const head = { id, object: 'chat.completion.chunk', created, model };
  const event = (delta: object, finish_reason: string | null) =>
    `data: ${JSON.stringify({ ...head, choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  const { role, content, ...others } = choice.message;
  const text = typeof content === 'string' ? content : '';
  const pieces = text.match(new RegExp(`[^]{1,${CHUNK}}`, 'gu')) ?? [];
  const body = [
    event({ role, ...others }, null),
    ...pieces.map((piece) => event({ content: piece }, null)),
    event({}, choice.finish_reason),
    'data: [DONE]\n\n',
  ].join('');
  return { ...reply, body, headers: { ...reply.headers, 'content-type': 'text/event-stream' } };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
