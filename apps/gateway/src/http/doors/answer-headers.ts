import type { FastifyInstance, FastifyReply } from 'fastify';

/** A document that is no page of ours shows nothing and loads nothing, wherever it is opened. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";
/** The description of the API has styles within its page. */
const API_DOCS =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

/** Adds the headers that every answer has, unless its route has set them. */
export function addAnswerHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply) => {
    const isDocs = request.url === '/docs' || request.url.startsWith('/docs/');
    add(reply, 'x-content-type-options', 'nosniff');
    add(reply, 'referrer-policy', 'same-origin');
    add(reply, 'content-security-policy', isDocs ? API_DOCS : NOTHING);
    if (isPrivate(reply)) add(reply, 'cache-control', 'no-store');
  });
}

function add(reply: FastifyReply, name: string, value: string): void {
  if (!reply.hasHeader(name)) void reply.header(name, value);
}

/** What people said stays in no cache, unless the client asks again with a tag. */
function isPrivate(reply: FastifyReply): boolean {
  const type = reply.getHeader('content-type')?.toString() ?? '';
  return /\bjson\b/.test(type) && !reply.hasHeader('etag');
}
