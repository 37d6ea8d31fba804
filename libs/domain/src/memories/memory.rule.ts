import type { SpokenText } from '#contracts/model';

/** Fewer words than this say too little to be remembered. */
export const FEWEST_WORDS = 4;
/** A passage ends at the first turn or segment after so many words. */
export const PASSAGE_WORDS = 120;

/**
 * The narrative texts that turns are remembered by. Turns that were posted together are one
 * passage; a passage goes on until it has {@link PASSAGE_WORDS} words, so that an hour of speech
 * becomes many memories and a short exchange one. What has fewer than {@link FEWEST_WORDS} words
 * becomes none: it joins the passage before it, if there is one.
 * @param pieces turns, or segments of a turn, in their order
 * @returns a line `Speaker: text` for each stretch of one speaker; nothing when too little was said
 */
export function narrativesOf(pieces: readonly SpokenText[]): readonly string[] {
  const passages: SpokenText[][] = [];
  for (const piece of pieces) {
    const passage = passages.at(-1);
    if (passage && wordsOf(passage) < PASSAGE_WORDS) passage.push(piece);
    else passages.push([piece]);
  }
  return withoutShortRest(passages).filter(saysEnough).map(tell);
}

/** A last passage of a few words belongs to the one before it. */
function withoutShortRest(
  passages: readonly (readonly SpokenText[])[],
): readonly (readonly SpokenText[])[] {
  const last = passages.at(-1);
  const before = passages.at(-2);
  if (!last || !before || saysEnough(last)) return passages;
  return [...passages.slice(0, -2), [...before, ...last]];
}

function saysEnough(passage: readonly SpokenText[]): boolean {
  return wordsOf(passage) >= FEWEST_WORDS;
}

function wordsOf(passage: readonly SpokenText[]): number {
  return passage.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}

function tell(passage: readonly SpokenText[]): string {
  const lines: { readonly speaker: string; text: string }[] = [];
  for (const { speaker, text } of passage) {
    const line = lines.at(-1);
    if (line?.speaker === speaker) line.text += ` ${text}`;
    else lines.push({ speaker, text });
  }
  return lines.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n');
}
