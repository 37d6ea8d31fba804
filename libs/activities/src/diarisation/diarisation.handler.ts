import type { DiarisationActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { SpeechDependencies } from '../transcription/speech-dependencies.ts';
import { SpeakerTeller } from './speaker-teller.ts';

/** Implements the task type `diarisation`. */
export const diarisation = {
  type: 'diarisation' as const,
  create: (dependencies: SpeechDependencies): Pick<DiarisationActivities, 'tellSpeakers'> => {
    const teller = new SpeakerTeller(dependencies);
    return { tellSpeakers: (run) => teller.tell(run, workflowRunId(), heartbeatScope()) };
  },
};
