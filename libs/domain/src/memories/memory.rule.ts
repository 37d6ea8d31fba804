import type { SpokenText } from '#contracts/model';
import { narrativeOf } from './retold.rule.ts';

/** A passage with fewer words says too little to become a memory. */
export const FEWEST_WORDS = 4;
/** A passage ends with the turn or segment that brings it to this many words. */
export const PASSAGE_WORDS = 120;

/** A passage ends at this many characters too: a text may have few words and yet be very long. */
const PASSAGE_CHARACTERS = 5_000;

/**
 * The narrative texts of the memories that turns become. Turns that were posted together form one
 * passage until it has {@link PASSAGE_WORDS} words or {@link PASSAGE_CHARACTERS} characters, so an hour of speech becomes many memories and
 * a short exchange becomes one. A rest of fewer than {@link FEWEST_WORDS} words joins the passage
 * before it; without one it becomes no memory.
 * @param pieces turns, or segments of a turn, in order
 * @returns a narrative for each passage, with a line `Speaker: text` for each run of one speaker;
 * empty when too little was said
 */
export function narrativesOf(pieces: readonly SpokenText[]): readonly string[] {
  const passages: SpokenText[][] = [];
  for (const piece of pieces) {
    const passage = passages.at(-1);
    if (passage && !isWhole(passage)) passage.push(piece);
    else passages.push([piece]);
  }
  return withoutShortRest(passages).filter(saysEnough).map(narrativeOf);
}

/** Joins a short last passage with the one before it. */
function withoutShortRest(
  passages: readonly (readonly SpokenText[])[],
): readonly (readonly SpokenText[])[] {
  const last = passages.at(-1);
  const before = passages.at(-2);
  if (!last || !before || saysEnough(last)) return passages;
  return [...passages.slice(0, -2), [...before, ...last]];
}

function isWhole(passage: readonly SpokenText[]): boolean {
  const characters = passage.reduce((sum, { text }) => sum + text.length, 0);
  return characters >= PASSAGE_CHARACTERS || wordsOf(passage) >= PASSAGE_WORDS;
}

function saysEnough(passage: readonly SpokenText[]): boolean {
  return wordsOf(passage) >= FEWEST_WORDS;
}

function wordsOf(passage: readonly SpokenText[]): number {
  return passage.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}
