import type { SpeechActivities } from '#contracts/workflows';
import { heartbeatScope } from '../shared/heartbeats.ts';
import { ChunkTranscriber } from './chunk-transcriber.ts';
import { ClipReader } from './clip-reader.ts';
import type { SpeechDependencies } from './speech-dependencies.ts';
import { SpeakerGrouper } from './voices/speaker-grouper.ts';
import { VoiceEmbedder } from './voices/voice-embedder.ts';

/** Implements the task type `transcription`, except for its database activities. */
export const transcription = {
  type: 'transcription' as const,
  create: (dependencies: SpeechDependencies): Pick<SpeechActivities, keyof SpeechActivities> => {
    const clips = new ClipReader(dependencies);
    const chunks = new ChunkTranscriber(dependencies);
    const voices = new VoiceEmbedder(dependencies);
    const speakers = new SpeakerGrouper(dependencies);
    return {
      probeClip: (run) => clips.probe(run, heartbeatScope()),
      planChunks: (request) => clips.plan(request, heartbeatScope()),
      transcribeChunk: (request) => chunks.transcribe(request, heartbeatScope()),
      embedVoices: (request) => voices.embed(request, heartbeatScope()),
      groupVoices: (run) => speakers.group(run, heartbeatScope()),
    };
  },
};
