import { finished } from '../../../text/clean.ts';
import type { TaskOf } from '../item-rules.ts';

const LAST_WORDS = /(?:,? (?:okay|ok|right|alright|yeah|please|thanks|then))*[\s,;.!?]*$/iu;
/** Where a sentence continues with something other than the task. */
const CONTINUATION =
  /[\s,]+(?:(?:so |and )?(?:thank you|thanks|thank \p{Lu}\p{L}+)|all right|alright|okay|see you)\b|,? and (?:remember|yeah|that's|then that's|(?:your|my|our|the|his|her) \p{L}+ (?:can|will|should))\b|,? and (?:i|we|you|they|he|she|it)\b|\s+(?:i|we) (?:hope|think|mean|guess|suppose)\b|,\s+(?:how|what|which|she|he|it|they|i|we|you|that's|this|because|since|so that|but|otherwise)\b/iu;

/**
 * A task as a self-contained sentence. "you" and "me" are ambiguous outside the conversation, so
 * they are replaced by the names of the speakers.
 */
export function taskText(task: string, { assignee, speaker, speakers }: TaskOf): string {
  const end = task.search(CONTINUATION);
  const bare = (end > 0 ? task.slice(0, end) : task).replace(LAST_WORDS, '');
  const others = speakers.filter((name) => name !== speaker);
  const [other] = others;
  if (assignee.kind !== 'speaker') return finished(naming(bare, 'me', 'my', speaker.trim()));
  const known = other !== undefined && others.length === 1;
  return finished(known ? naming(bare, 'you', 'your', other.trim()) : bare);
}

function naming(task: string, whom: string, whose: string, name: string): string {
  if (name === '') return task;
  const [person, owner] = [whom, whose].map((word) => new RegExp(`\\b${word}\\b`, 'giu'));
  if (person === undefined || owner === undefined) return task;
  return task.replace(person, name).replace(owner, `${name}'s`);
}
