import { Controller, Get, Param, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PageFiles } from './page-files.ts';

/** The page and its files. */
@ApiExcludeController()
@Controller()
export class PageController {
  constructor(private readonly files: PageFiles) {}

  @Get()
  @Redirect('/app/', 302)
  start(): void {
    // The decorator sends the redirect.
  }

  @Get('app')
  @Redirect('/app/', 302)
  withoutSlash(): void {
    // Relative URLs in the page need the slash.
  }

  @Get('app/*')
  async file(@Param('*') path: string, @Res() reply: FastifyReply): Promise<void> {
    await this.files.send(path, reply);
  }
}
