import type { SpeechActivities } from '#contracts/workflows';
import { heartbeatScope } from '../shared/heartbeats.ts';
import { ChunkTranscriber } from './chunk-transcriber.ts';
import { ClipReader } from './clip-reader.ts';
import type { SpeechDependencies } from './speech-dependencies.ts';

/** Implements the task type `transcription`, except for its database activities. */
export const transcription = {
  type: 'transcription' as const,
  create: (
    dependencies: SpeechDependencies,
  ): Pick<SpeechActivities, 'probeClip' | 'planChunks' | 'transcribeChunk'> => {
    const clips = new ClipReader(dependencies);
    const chunks = new ChunkTranscriber(dependencies);
    return {
      probeClip: (run) => clips.probe(run, heartbeatScope()),
      planChunks: (request) => clips.plan(request, heartbeatScope()),
      transcribeChunk: (request) => chunks.transcribe(request, heartbeatScope()),
    };
  },
};
