import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chooseEncoding, type ContentEncoding } from './content-encoding.ts';

/** A smaller answer fits into one packet anyway. */
const LEAST_BYTES = 1024;
const TEXT = /^(?:text\/(?!event-stream)|application\/(?:[\w.-]+\+)?json)/i;

/** Higher levels cost far more than they save. */
const GZIP = { level: 6 };
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } };

const gzip = promisify(zlib.gzip);
const brotliCompress = promisify(zlib.brotliCompress);

/** Both work in threads of Node, so that they hold no loop. */
const COMPRESS: Readonly<Record<ContentEncoding, (text: Buffer) => Promise<Buffer>>> = {
  br: (text) => brotliCompress(text, BROTLI),
  gzip: (text) => gzip(text, GZIP),
};

/**
 * Compresses JSON and text. Streams are sent as they are: events must not wait in a compressor, and ranges
 * of files are ranges of their own bytes.
 */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload: unknown) => {
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload);
    if (!isWhole || !isText(reply)) return payload;
    vary(reply);
    const encoding = encodingOf(request, reply);
    if (encoding === null || Buffer.byteLength(payload) < LEAST_BYTES) return payload;
    const bytes = await COMPRESS[encoding](Buffer.from(payload));
    describe(encoding, reply);
    return bytes;
  });
}

/** These bytes are others than those without encoding, but say the same (RFC 9110, section 8.8.1). */
function describe(encoding: ContentEncoding, reply: FastifyReply): void {
  const etag = reply.getHeader('etag')?.toString();
  if (etag?.startsWith('"')) void reply.header('etag', `W/${etag}`);
  void reply.header('content-encoding', encoding).removeHeader('content-length');
}

/** The answer to `HEAD` has no body. */
function encodingOf(request: FastifyRequest, reply: FastifyReply): ContentEncoding | null {
  const isAsItIs = ['content-encoding', 'accept-ranges'].some((name) => reply.hasHeader(name));
  if (isAsItIs || request.method === 'HEAD') return null;
  return chooseEncoding(request.headers['accept-encoding']?.toString());
}

function isText(reply: FastifyReply): boolean {
  const type = reply.getHeader('content-type')?.toString() ?? '';
  const caching = reply.getHeader('cache-control')?.toString() ?? '';
  return TEXT.test(type) && !caching.includes('no-transform');
}

/** Caches must not give an encoding to those who do not know it. */
function vary(reply: FastifyReply): void {
  const names = reply.getHeader('vary')?.toString();
  if (names === undefined) void reply.header('vary', 'accept-encoding');
  else if (!/\*|accept-encoding/i.test(names)) {
    void reply.header('vary', `${names}, accept-encoding`);
  }
}
