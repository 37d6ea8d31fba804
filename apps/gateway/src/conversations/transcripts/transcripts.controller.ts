import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { idSchema, transcriptQuerySchema, type TranscriptQuery } from '#contracts/api';
import { TRANSCRIPT_WRITERS } from './transcript-writers.ts';
import { TranscriptRoute } from './transcripts.openapi.ts';
import { TranscriptsService } from './transcripts.service.ts';

@ApiTags('transcripts')
@Controller('conversations/:id/transcript')
export class TranscriptsController {
  constructor(private readonly transcripts: TranscriptsService) {}

  @Get()
  @TranscriptRoute()
  async find(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Query({ schema: transcriptQuerySchema }) { format }: TranscriptQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const writer = TRANSCRIPT_WRITERS[format];
    const transcript = await this.transcripts.find(id);
    void reply.type(`${writer.mediaType}; charset=utf-8`);
    void reply.header('content-disposition', `inline; filename="${id}.${format}"`);
    return writer.write(transcript);
  }
}
