import type { TypeStanding } from './pipeline.ts';
import { labelOf, toneOf, type Tone } from '../tasks/task-words.ts';

/** The state of a conversation's tasks of one type, as a short label. */
export function inWords({ info, state, percent }: TypeStanding): string {
  if (state === null) return info.none;
  const label = labelOf(state).toLowerCase();
  return state === 'running' && percent !== null ? `${label} · ${percent} %` : label;
}

export function toneOfStanding({ state }: TypeStanding): Tone {
  return state === null ? 'muted' : toneOf(state);
}
