import { SegmentCorrectionsRepository } from '../corrections/segment-corrections.repository.ts';
import type { Database } from '../database/database.ts';
import { SegmentsRepository } from './segments.repository.ts';
import { DiarisationRepository } from './speakers/diarisation.repository.ts';
import { SpeakersRepository } from './speakers/speakers.repository.ts';
import { VoicesRepository } from './speakers/voices.repository.ts';
import { TranscriptionRepository } from './transcription/transcription.repository.ts';
import { TranscriptsRepository } from './transcripts.repository.ts';
import { TextVersionsRepository } from './versions/text-versions.repository.ts';

/** The repositories of transcripts and their parts. */
export function transcriptRepositories(db: Database) {
  return {
    diarisation: new DiarisationRepository(db),
    segmentCorrections: new SegmentCorrectionsRepository(db),
    segments: new SegmentsRepository(db),
    speakers: new SpeakersRepository(db),
    textVersions: new TextVersionsRepository(db),
    transcriptions: new TranscriptionRepository(db),
    transcripts: new TranscriptsRepository(db),
    voices: new VoicesRepository(db),
  };
}
