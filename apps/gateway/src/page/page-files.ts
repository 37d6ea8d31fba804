import { existsSync } from 'node:fs';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AppError } from '#platform';

/** Token of the folder of the built page. */
export const PAGE_FOLDER = Symbol('page folder');

const INDEX = 'index.html';
/** Files in this folder have a content hash in their name. */
const NAMED_BY_CONTENT = 'assets/';
const YEAR_SECONDS = 365 * 24 * 60 * 60;
/** The page loads nothing from other origins, runs no inline code and cannot be framed. */
const OWN_ORIGIN_ONLY = "default-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Sends the files of the page. A path without a file extension is a client-side route. */
@Injectable()
export class PageFiles {
  constructor(@Inject(PAGE_FOLDER) private readonly folder: string) {}

  /**
   * @param name path relative to `/app/`
   * @throws AppError `not_found` while the page has not been built
   */
  async send(name: string, reply: FastifyReply): Promise<void> {
    if (!existsSync(path.join(this.folder, INDEX))) {
      throw new AppError('not_found', 'The page has not been built.', {
        nextAction: 'Run `npm run build`, then reload.',
      });
    }
    const file = path.extname(name) === '' ? INDEX : name;
    // An answer that says that a file is missing must not be cached for a year.
    if (!existsSync(path.join(this.folder, path.normalize(`/${file}`)))) {
      throw new AppError('not_found', 'The page has no such file.');
    }
    const immutable = file.startsWith(NAMED_BY_CONTENT);
    void reply.headers({
      'cache-control': immutable ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
      'content-security-policy': OWN_ORIGIN_ONLY,
      'x-content-type-options': 'nosniff',
    });
    await reply.sendFile(file, this.folder, { cacheControl: false });
  }
}
