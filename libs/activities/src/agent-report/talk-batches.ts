import type { TalkTurn } from '#agents';

/** What is counted in one call: short enough for its time limit, whatever the text. */
const MAX_CHARACTERS = 100_000;

/** Turns in batches, in order; a longer turn is a batch of its own. */
export function talkBatches(turns: readonly TalkTurn[]): readonly (readonly TalkTurn[])[] {
  const batches: TalkTurn[][] = [];
  let filled = 0;
  for (const turn of turns) {
    const batch = batches.at(-1);
    const fits = batch !== undefined && filled + turn.text.length <= MAX_CHARACTERS;
    if (fits) batch.push(turn);
    else batches.push([turn]);
    filled = (fits ? filled : 0) + turn.text.length;
  }
  return batches;
}
