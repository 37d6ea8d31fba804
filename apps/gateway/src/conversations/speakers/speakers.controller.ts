import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  assignPassageSchema,
  changeSpeakerSchema,
  idSchema,
  rejectNameSchema,
  type AssignPassage,
  type ChangeSpeaker,
  type ConversationSpeakers,
  type RejectName,
} from '#contracts/api';
import {
  AssignPassageRoute,
  ChangeSpeakerRoute,
  RejectNameRoute,
  SpeakersRoute,
  UndoSpeakerChangeRoute,
} from './speakers.openapi.ts';
import { SpeakersService } from './speakers.service.ts';

@ApiTags('transcripts')
@Controller('conversations/:id/speakers')
export class SpeakersController {
  constructor(private readonly speakers: SpeakersService) {}

  @Get()
  @SpeakersRoute()
  list(
    @Param('id', { schema: idSchema('conversation') }) id: string,
  ): Promise<ConversationSpeakers> {
    return this.speakers.list(id);
  }

  @Post('changes')
  @HttpCode(200)
  @ChangeSpeakerRoute()
  change(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Body({ schema: changeSpeakerSchema }) body: ChangeSpeaker,
  ): Promise<ConversationSpeakers> {
    return this.speakers.change(id, body);
  }

  @Post('passages')
  @HttpCode(200)
  @AssignPassageRoute()
  assign(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Body({ schema: assignPassageSchema }) body: AssignPassage,
  ): Promise<ConversationSpeakers> {
    return this.speakers.assign(id, body);
  }

  @Post('rejections')
  @HttpCode(200)
  @RejectNameRoute()
  reject(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Body({ schema: rejectNameSchema }) body: RejectName,
  ): Promise<ConversationSpeakers> {
    return this.speakers.reject(id, body);
  }

  @Post('changes/:changeId/undo')
  @HttpCode(200)
  @UndoSpeakerChangeRoute()
  undo(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Param('changeId', { schema: idSchema('speakerChange') }) changeId: string,
  ): Promise<ConversationSpeakers> {
    return this.speakers.undo(id, changeId);
  }
}
