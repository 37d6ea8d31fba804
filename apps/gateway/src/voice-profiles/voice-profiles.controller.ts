import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  deleteVoiceProfilesQuerySchema,
  idSchema,
  voiceProfileQuerySchema,
  type DeleteVoiceProfilesQuery,
  type VoiceProfilePage,
  type VoiceProfileQuery,
} from '#contracts/api';
import {
  DeleteVoiceProfileRoute,
  DeleteVoiceProfilesRoute,
  ListVoiceProfilesRoute,
} from './voice-profiles.openapi.ts';
import { VoiceProfilesService } from './voice-profiles.service.ts';

@ApiTags('owners')
@Controller('voice-profiles')
export class VoiceProfilesController {
  constructor(private readonly profiles: VoiceProfilesService) {}

  @Get()
  @ListVoiceProfilesRoute()
  list(
    @Query({ schema: voiceProfileQuerySchema }) query: VoiceProfileQuery,
  ): Promise<VoiceProfilePage> {
    return this.profiles.list(query);
  }

  @Delete()
  @HttpCode(204)
  @DeleteVoiceProfilesRoute()
  removeAll(
    @Query({ schema: deleteVoiceProfilesQuerySchema }) { ownerId }: DeleteVoiceProfilesQuery,
  ): Promise<void> {
    return this.profiles.removeAll(ownerId);
  }

  @Delete(':id')
  @HttpCode(204)
  @DeleteVoiceProfileRoute()
  remove(@Param('id', { schema: idSchema('voiceProfile') }) id: string): Promise<void> {
    return this.profiles.remove(id);
  }
}
