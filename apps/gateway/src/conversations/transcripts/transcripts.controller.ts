import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { idSchema, transcriptQuerySchema, type TranscriptQuery } from '#contracts/api';
import { TranscriptRoute } from './transcripts.openapi.ts';
import { TranscriptsService } from './transcripts.service.ts';
import { writeTranscript } from './write-transcript.ts';

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
    const found = await this.transcripts.find(id);
    const { mediaType, text } = await writeTranscript(found, format);
    void reply.type(`${mediaType}; charset=utf-8`);
    void reply.header('content-disposition', `inline; filename="${id}.${format}"`);
    return text;
  }
}
