import type { SummaryTurn } from '../../language-engine.port.ts';
import { counted, listed } from '../text/names.ts';
import type { Ranked } from './ranking.ts';
import { speakersOf, type Statement } from './statements.ts';

/** The overview of a conversation without content. */
export const NOTHING_SAID = 'Nothing was said.';
/** Number of speakers that the overview names before it counts the others. */
const MAX_NAMED = 5;

/** The overview: who spoke, and the chosen sentences in the order of the conversation. */
export function overviewOf(turns: readonly SummaryTurn[], chosen: readonly Ranked[]): string {
  const speakers = speakersOf(turns);
  const said = chosen.map(({ statement }) => quoted(statement, speakers.length));
  const turnCount = turns.filter(({ continues }) => continues !== true).length;
  return [whoSpoke(speakers, turnCount), ...said].join(' ');
}

/** "Ada and Tom spoke in 12 turns." */
export function whoSpoke(speakers: readonly string[], turnCount: number): string {
  const others = speakers.length - MAX_NAMED;
  const named = others > 1 ? speakers.slice(0, MAX_NAMED) : speakers;
  const all = others > 1 ? [...named, `${others} others`] : named;
  return `${listed(all) || 'Somebody'} spoke in ${counted(turnCount, 'turn')}.`;
}

function quoted({ speaker, text }: Statement, speakerCount: number): string {
  if (speakerCount <= 1 || speaker.trim() === '') return text;
  return `${speaker.trim()} ${text.endsWith('?') ? 'asked' : 'said'}: “${text}”`;
}
