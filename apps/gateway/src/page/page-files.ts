import { existsSync } from 'node:fs';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AppError } from '#platform';

/** Token of the folder that holds the built page. */
export const PAGE_FOLDER = Symbol('page folder');

const INDEX = 'index.html';
/** The build gives these names that change with their content. */
const NAMED_BY_CONTENT = 'assets/';
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Sends the files of the page. What looks like no file is one of the page's own addresses. */
@Injectable()
export class PageFiles {
  constructor(@Inject(PAGE_FOLDER) private readonly folder: string) {}

  /**
   * @param name path below `/app/`
   * @throws AppError `not_found` while the page has not been built
   */
  async send(name: string, reply: FastifyReply): Promise<void> {
    if (!existsSync(path.join(this.folder, INDEX))) {
      throw new AppError('not_found', 'The page has not been built.', {
        nextAction: 'Run `npm run build`, then reload.',
      });
    }
    if (path.extname(name) === '') {
      await reply.sendFile(INDEX, this.folder, { cacheControl: false });
    } else if (name.startsWith(NAMED_BY_CONTENT)) {
      await reply.sendFile(name, this.folder, { maxAge: YEAR_MS, immutable: true });
    } else {
      await reply.sendFile(name, this.folder, { maxAge: 0 });
    }
  }
}
