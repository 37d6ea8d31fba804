import type { TaskType } from '../api/types.ts';
import type { StageView } from './stages.ts';
import { labelOf, toneOf, type Tone } from './task-words.ts';

const VERBS: Readonly<Record<TaskType, string>> = {
  transcription: 'Transcribe',
  correction: 'Correct',
  summary: 'Summarise',
  significance: 'Score',
};

/** What a stage does. */
export function verbOf(type: TaskType): string {
  return VERBS[type];
}

/** Where a stage stands, in a word or two. */
export function standingOf({ type, state, percent }: StageView): string {
  if (state === null) return type === 'transcription' ? 'no clips' : 'nothing yet';
  const label = labelOf(state).toLowerCase();
  return state === 'running' && percent !== null ? `${label} · ${percent} %` : label;
}

export function toneOfStage({ state }: StageView): Tone {
  return state === null ? 'muted' : toneOf(state);
}
