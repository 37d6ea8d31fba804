import { z } from 'zod';
import { jsonOf } from '#platform';
import type { Reply } from './behaviours.ts';
import { PROTOCOLS, type Protocol } from './protocols.ts';

const completion = z.object({
  choices: z.array(
    z.object({ message: z.looseObject({ role: z.string() }), finish_reason: z.string() }),
  ),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }),
});
/** Number of characters in one event. */
const CHUNK = 40;

/**
 * The same answer as server-sent events of a protocol, which is how a server sends it when it is asked
 * to stream.
 */
export function streamed(reply: Reply, protocol: Protocol): Reply {
  const parsed = reply.status === 200 ? completion.safeParse(jsonOf(reply.body)).data : undefined;
  const choice = parsed?.choices[0];
  if (parsed === undefined || choice === undefined) return reply;
  const { role: _role, content, ...others } = choice.message;
  const text = typeof content === 'string' ? content : '';
  const pieces = text.match(new RegExp(`[^]{1,${CHUNK}}`, 'gu')) ?? [];
  const isCut = reply.inside === 'stream';
  const events = PROTOCOLS[protocol].events({
    pieces: isCut ? pieces.slice(0, pieces.length / 2) : pieces,
    others,
    finishReason: choice.finish_reason,
    usage: parsed.usage,
    error: reply.error,
  });
  const body = events.join('');
  return { ...reply, body, headers: { ...reply.headers, 'content-type': 'text/event-stream' } };
}
