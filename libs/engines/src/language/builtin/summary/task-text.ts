import { finished } from '../text/clean.ts';
import type { Charged } from './task-patterns.ts';

const LAST_WORDS = /(?:,? (?:okay|ok|right|alright|yeah|please|thanks|then))*[\s,;.!?]*$/iu;
/** Where a sentence goes on to something else than the task. */
const GOES_ON =
  /,? and (?:remember|yeah|that's|then that's|(?:your|my|our|the|his|her) \p{L}+ (?:can|will|should))\b|,\s+(?:she|he|it|they|i|we|you|that's|this|because|since|so that|but|otherwise)\b/iu;

/**
 * A task as a sentence of its own. "you" and "me" lose their meaning when it stands alone, so the
 * speakers are named.
 */
export function taskText(
  task: string,
  charged: Charged,
  speaker: string,
  speakers: readonly string[],
): string {
  const end = task.search(GOES_ON);
  const bare = (end > 0 ? task.slice(0, end) : task).replace(LAST_WORDS, '');
  const others = speakers.filter((name) => name !== speaker);
  const [other] = others;
  if (charged.kind !== 'speaker') return finished(naming(bare, 'me', 'my', speaker.trim()));
  const known = other !== undefined && others.length === 1;
  return finished(known ? naming(bare, 'you', 'your', other.trim()) : bare);
}

function naming(task: string, whom: string, whose: string, name: string): string {
  if (name === '') return task;
  const [person, owner] = [whom, whose].map((word) => new RegExp(`\\b${word}\\b`, 'giu'));
  if (person === undefined || owner === undefined) return task;
  return task.replace(person, name).replace(owner, `${name}'s`);
}
