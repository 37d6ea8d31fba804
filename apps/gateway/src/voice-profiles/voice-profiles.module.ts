import { Module } from '@nestjs/common';
import { VoiceProfilesController } from './voice-profiles.controller.ts';
import { VoiceProfilesService } from './voice-profiles.service.ts';

/** The voices that people have named. They are learned and suggested where speakers are. */
@Module({ controllers: [VoiceProfilesController], providers: [VoiceProfilesService] })
export class VoiceProfilesModule {}
