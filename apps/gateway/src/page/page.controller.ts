import { Controller, Get, Param, Redirect, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
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

  /** Relative URLs in the page need the slash, which the router does not look at. */
  @Get('app')
  async root(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [path] = request.url.split('?');
    if (path === '/app') await reply.redirect('/app/', 302);
    else await this.files.send('', reply);
  }

  @Get('app/*')
  async file(@Param('*') path: string, @Res() reply: FastifyReply): Promise<void> {
    await this.files.send(path, reply);
  }
}
