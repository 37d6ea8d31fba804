/** What somebody says, in a memory of it, and who that is from now on. */
export interface RetoldPiece {
  readonly before: string;
  readonly after: string;
  readonly text: string;
}

/** A memory with other names, and where the next one is likely to begin. */
export interface RetoldNarrative {
  readonly narrative: string;
  /** The first piece behind it. */
  readonly next: number;
}

/**
 * Tells a memory again, with who says what from now on. Unlike names that are replaced in a text, this knows which
 * words were whose, so it can part two people who had one name.
 * @param narrative as `narrativesOf` has made it of some of the pieces, with their names from before
 * @param pieces in order
 * @param from where it is likely to begin; memories follow one another
 * @returns `null` when it is not made of the pieces, because a person has written it
 */
export function retoldNarrative(
  narrative: string,
  pieces: readonly RetoldPiece[],
  from = 0,
): RetoldNarrative | null {
  for (let tried = 0; tried < pieces.length; tried += 1) {
    const first = (from + tried) % pieces.length;
    const next = endOf(narrative, pieces, first);
    if (next === null) continue;
    const told = pieces.slice(first, next);
    return {
      narrative: narrativeOf(told.map(({ after, text }) => ({ speaker: after, text }))),
      next,
    };
  }
  return null;
}

/** The piece behind those that make a narrative, from the first one on; `null` when they do not. */
function endOf(narrative: string, pieces: readonly RetoldPiece[], first: number): number | null {
  let at = 0;
  let speaker: string | null = null;
  for (let n = first; n < pieces.length; n += 1) {
    const { before, text } = pieces[n] ?? { before: '', text: '' };
    const said = continuation(speaker, before, text);
    if (!narrative.startsWith(said, at)) return null;
    at += said.length;
    speaker = before;
    if (at === narrative.length) return n + 1;
  }
  return null;
}

/**
 * A line `Speaker: text` for each run of one speaker.
 * @param pieces in order
 */
export function narrativeOf(
  pieces: readonly { readonly speaker: string; readonly text: string }[],
): string {
  let last: string | null = null;
  let lines = '';
  for (const { speaker, text } of pieces) {
    lines += continuation(last, speaker, text);
    last = speaker;
  }
  return lines;
}

/** What a piece adds to the lines before it. @param last who has spoken last; `null` for nobody */
function continuation(last: string | null, speaker: string, text: string): string {
  if (last === speaker) return ` ${text}`;
  return `${last === null ? '' : '\n'}${speaker}: ${text}`;
}
