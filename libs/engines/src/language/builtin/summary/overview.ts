import type { SummaryTurn } from '../../language-engine.port.ts';
import { counted, listed } from '../text/names.ts';
import { speakersOf } from './statements.ts';

/** The overview of a conversation without content. */
export const NOTHING_SAID = 'Nothing was said.';
/** Number of speakers that the overview names before it counts the others. */
const MAX_NAMED = 5;

/** The overview: who spoke, and of what. What was said in detail is in the key points. */
export function overviewOf(turns: readonly SummaryTurn[], topics: readonly string[]): string {
  const turnCount = turns.filter(({ continues }) => continues !== true).length;
  return [whoSpoke(speakersOf(turns), turnCount), ...ofWhat(topics)].join(' ');
}

/** "Ada and Tom spoke in 12 turns." */
export function whoSpoke(speakers: readonly string[], turnCount: number): string {
  const others = speakers.length - MAX_NAMED;
  const named = others > 1 ? speakers.slice(0, MAX_NAMED) : speakers;
  const all = others > 1 ? [...named, `${others} others`] : named;
  return `${listed(all) || 'Somebody'} spoke in ${counted(turnCount, 'turn')}.`;
}

/** "Topics: payment provider, search ads." Nothing without topics. */
export function ofWhat(topics: readonly string[]): readonly string[] {
  return topics.length === 0 ? [] : [`Topics: ${topics.join(', ')}.`];
}
