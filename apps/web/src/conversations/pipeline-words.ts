import type { TypeStanding } from './pipeline.ts';
import { labelOf, toneOf, type Tone } from '../tasks/task-words.ts';
import { aheadInWords } from '../queues/queue-words.ts';

/** The state of a conversation's tasks of one type, as a short label. */
export function inWords({ info, state, percent, ahead, notNeeded }: TypeStanding): string {
  if (state === null) return notNeeded ? 'not needed' : info.none;
  if (ahead !== null) return `waiting, ${aheadInWords(ahead)}`;
  const label = labelOf(state).toLowerCase();
  return state === 'running' && percent !== null ? `${label} · ${percent} %` : label;
}

export function toneOfStanding({ state, ahead }: TypeStanding): Tone {
  if (state === null) return 'muted';
  return ahead === null ? toneOf(state) : 'quiet';
}
