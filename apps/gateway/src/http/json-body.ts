import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#platform';
import { InvalidRequestError } from './field-errors.ts';

/** No body of ours has so many levels; far more of them would hold the parser for long. */
const MAX_DEPTH = 64;

/**
 * Reads bodies of JSON, and no others. Bytes that are no UTF-8 are refused: a replacement character would
 * lose somebody's words without a sign.
 */
export function readOnlyJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['text/plain', 'application/json']);
  fastify.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) => {
      try {
        const text = textOf(request, body);
        void parse(request, text, (error, value: unknown) =>
          done(error ?? prototypeKeyError(text, value), value),
        );
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  );
}

function textOf({ headers }: FastifyRequest, body: Buffer): string {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) {
    throw new AppError('unsupported_media_type', `JSON is UTF-8, and not ${charset}.`);
  }
  const text = decoded(body);
  if (isTooDeep(text)) {
    const message = `has more than ${MAX_DEPTH} levels`;
    throw new InvalidRequestError([{ path: 'request', message }], message);
  }
  return text;
}

function decoded(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new AppError('invalid_encoding', 'The body is not UTF-8.', { cause });
  }
}

/** Whether brackets are nested deeper than any body of ours; what is in strings does not count. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isString) {
      if (character === '\\') at += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** A key with the name of what every object has would pass as a known one. */
function prototypeKeyError(text: string, value: unknown): Error | null {
  // A key may also be written with escapes.
  if (!/"constructor"|\\u/.test(text) || !hasPrototypeKey(value)) return null;
  const message = 'Unrecognized key: "constructor"';
  return new InvalidRequestError([{ path: 'request', message }], message);
}

function hasPrototypeKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, 'constructor') || Object.values(value).some(hasPrototypeKey);
}
