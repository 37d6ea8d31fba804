import type { SpeechActivities } from '#contracts/messages';
import { atBorder } from '../shared/activity-border.ts';
import { withHeartbeat } from '../shared/with-heartbeat.ts';
import { ChunkTranscriber } from './chunk-transcriber.ts';
import { ClipReader } from './clip-reader.ts';
import type { SpeechDependencies } from './speech-dependencies.ts';

export type { SpeechDependencies } from './speech-dependencies.ts';

/** The activities of the `speech` queue, closed over their dependencies. */
export function createSpeechActivities(dependencies: SpeechDependencies): SpeechActivities {
  const clips = new ClipReader(dependencies);
  const chunks = new ChunkTranscriber(dependencies);
  return {
    probeClip: atBorder(dependencies, (run) => withHeartbeat((scope) => clips.probe(run, scope))),
    planChunks: atBorder(dependencies, (request) =>
      withHeartbeat((scope) => clips.plan(request, scope)),
    ),
    transcribeChunk: atBorder(dependencies, (request) =>
      withHeartbeat((scope) => chunks.transcribe(request, scope)),
    ),
  };
}
