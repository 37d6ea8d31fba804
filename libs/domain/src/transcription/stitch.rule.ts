import type { HeardSegment, HeardWord } from '#contracts/model';
import { capitalsOf, type Capitals } from './capitals.ts';
import { closeSentence, continueSentence } from './segment-borders.rule.ts';
import { namesIn } from './sentence-words.ts';
import { comparableWord, keepWords, withTimesWithin } from './words.ts';

/** A decoded chunk, in milliseconds of the clip. */
export interface HeardChunk {
  readonly startMs: number;
  readonly endMs: number;
  /** Whether it begins before the end of the previous chunk. */
  readonly overlapsPrevious: boolean;
  /** ISO 639-1, of what was heard. */
  readonly language: string;
  readonly segments: readonly HeardSegment[];
}

/** Both sides of a seam. No word is on both sides. */
export interface JoinedSeam {
  readonly before: readonly HeardSegment[];
  readonly after: readonly HeardSegment[];
}

/**
 * Joins chunks into one sequence of segments, so that no word at a seam is lost or duplicated. A
 * chunk that was cut at a silence is appended unchanged. Where two chunks overlap, the overlap is
 * cut once. A segment without a language gets that of its chunk. Sentences end and continue where segments of one language meet, as far as its capitals tell. Keeps at most two chunks in
 * memory.
 * @param chunks in the order of the clip
 */
export async function* stitchChunks(
  chunks: AsyncIterable<HeardChunk>,
): AsyncGenerator<HeardSegment, void> {
  const names = new Set<string>();
  let held: Placed | null = null;
  for await (const next of placed(chunks)) {
    const capitals = capitalsOf(next.language);
    const tells = capitals === 'openers' || capitals === 'sentences';
    for (const name of tells ? namesIn(next.segment.words) : []) names.add(name);
    if (held !== null) yield withBorder(held, next, names);
    held = next;
  }
  if (held !== null) yield held.segment;
}

/** A segment of the transcript. */
interface Placed {
  readonly segment: HeardSegment;
  readonly language: string;
  /** Whether it continues the segment before it without a pause. */
  readonly isContinued: boolean;
}

function withBorder(before: Placed, after: Placed, names: ReadonlySet<string>): HeardSegment {
  if (before.language !== after.language || after.isContinued) return before.segment;
  return closeSentence(before.segment, after.segment, names, capitalsOf(before.language));
}

/** The segments of all chunks, each once. */
async function* placed(chunks: AsyncIterable<HeardChunk>): AsyncGenerator<Placed, void> {
  let held: (HeardChunk & { readonly isContinued: boolean }) | null = null;
  for await (const chunk of chunks) {
    let next = { ...chunk, isContinued: false };
    if (held && chunk.overlapsPrevious && chunk.startMs < held.endMs) {
      const seam = joinSeam(held.segments, chunk.segments, chunk.startMs, held.endMs);
      const capitals = held.language === chunk.language ? capitalsOf(held.language) : 'none';
      const sides = sentenceOver(seam, held.segments, chunk.segments, capitals);
      yield* placedOf({ ...held, segments: sides.before });
      next = { ...chunk, segments: sides.after, isContinued: true };
    } else if (held) {
      yield* placedOf(held);
    }
    held = next;
  }
  if (held) yield* placedOf(held);
}

function placedOf({
  segments,
  language,
  isContinued,
}: HeardChunk & { readonly isContinued: boolean }): readonly Placed[] {
  return segments
    .filter(({ text }) => text.trim() !== '')
    .map((segment, number) => ({
      segment: { language, ...withTimesWithin(segment) },
      language: segment.language ?? language,
      isContinued: isContinued && number === 0,
    }));
}

/** A sentence goes on over a seam, because there is no pause. */
function sentenceOver(
  { before, after }: JoinedSeam,
  heardBefore: readonly HeardSegment[],
  heardAfter: readonly HeardSegment[],
  capitals: Capitals,
): JoinedSeam {
  const last = before.at(-1);
  const [first, ...others] = after;
  if (last === undefined || first === undefined) return { before, after };
  const edges = {
    isLast: last.words.at(-1) === heardBefore.at(-1)?.words.at(-1),
    isFirst: first.words[0] === heardAfter[0]?.words[0],
  };
  const [closed, opened] = continueSentence(last, first, edges, capitals);
  return { before: [...before.slice(0, -1), closed], after: [opened, ...others] };
}

/**
 * Cuts the overlap of two chunks. Where both heard the same run of words, the cut is at the middle
 * of the longest such run; each word is taken from the chunk in which it is further from the edge.
 * Where they have no words in common, the cut is at the middle of the overlap.
 * @param overlapStartMs start of the later chunk
 * @param overlapEndMs end of the earlier chunk
 */
export function joinSeam(
  before: readonly HeardSegment[],
  after: readonly HeardSegment[],
  overlapStartMs: number,
  overlapEndMs: number,
): JoinedSeam {
  const beforeWords = before.flatMap((segment) => segment.words);
  const afterWords = after.flatMap((segment) => segment.words);
  const tailStart = beforeWords.findIndex((word) => word.endMs > overlapStartMs);
  const tail = tailStart < 0 ? [] : beforeWords.slice(tailStart);
  const head = afterWords.filter((word) => word.startMs < overlapEndMs);
  const run = longestCommonRun(tail.map(comparableWord), head.map(comparableWord));
  if (run === null) return joinByTime(before, after, (overlapStartMs + overlapEndMs) / 2);
  const half = Math.ceil(run.length / 2);
  const keepBefore = tailStart + run.inTail + half;
  const dropAfter = run.inHead + half;
  return {
    before: keepWords(before, (_word, number) => number < keepBefore),
    after: keepWords(after, (_word, number) => number >= dropAfter),
  };
}

function joinByTime(
  before: readonly HeardSegment[],
  after: readonly HeardSegment[],
  cutMs: number,
): JoinedSeam {
  const middle = (word: HeardWord) => (word.startMs + word.endMs) / 2;
  return {
    before: keepWords(before, (word) => middle(word) < cutMs),
    after: keepWords(after, (word) => middle(word) >= cutMs),
  };
}

interface CommonRun {
  readonly inTail: number;
  readonly inHead: number;
  readonly length: number;
}

/** The longest run of equal words in both lists; of equally long runs, the last in the tail. */
function longestCommonRun(tail: readonly string[], head: readonly string[]): CommonRun | null {
  let best: CommonRun | null = null;
  let previous: number[] = [];
  for (const [inTail, tailWord] of tail.entries()) {
    const lengths = head.map((headWord, inHead) =>
      tailWord !== '' && tailWord === headWord ? (previous[inHead - 1] ?? 0) + 1 : 0,
    );
    for (const [inHead, length] of lengths.entries()) {
      if (length === 0 || length < (best?.length ?? 1)) continue;
      best = { inTail: inTail - length + 1, inHead: inHead - length + 1, length };
    }
    previous = lengths;
  }
  return best;
}
