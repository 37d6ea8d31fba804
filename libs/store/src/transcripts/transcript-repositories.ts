import { SegmentCorrectionsRepository } from '../corrections/segment-corrections.repository.ts';
import type { Database } from '../database/database.ts';
import { SpeakerRenamesRepository } from '../speaker-renames/speaker-renames.repository.ts';
import { SegmentsRepository } from './segments.repository.ts';
import { DiarisationRepository } from './speakers/diarisation.repository.ts';
import type { NameRules } from './speakers/name-rules.ts';
import { SpeakersRepository } from './speakers/speakers.repository.ts';
import { VoiceProfilesRepository } from './speakers/voice-profiles.repository.ts';
import { VoicesRepository } from './speakers/voices.repository.ts';
import { TranscriptionRepository } from './transcription/transcription.repository.ts';
import { TranscriptsRepository } from './transcripts.repository.ts';
import { TextVersionsRepository } from './versions/text-versions.repository.ts';

/** The repositories of transcripts and their parts. */
export function transcriptRepositories(db: Database, nameRules: NameRules, voiceProfiles: boolean) {
  return {
    diarisation: new DiarisationRepository(db),
    segmentCorrections: new SegmentCorrectionsRepository(db),
    segments: new SegmentsRepository(db),
    speakerRenames: new SpeakerRenamesRepository(db),
    speakers: new SpeakersRepository(db, { rules: nameRules, learnsVoices: voiceProfiles }),
    textVersions: new TextVersionsRepository(db),
    transcriptions: new TranscriptionRepository(db),
    transcripts: new TranscriptsRepository(db),
    voiceProfiles: new VoiceProfilesRepository(db, nameRules, voiceProfiles),
    voices: new VoicesRepository(db),
  };
}
