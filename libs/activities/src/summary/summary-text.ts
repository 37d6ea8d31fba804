import { languageOf, spokenLength, summaryParts, tellLanguage, type PartTurn } from '#domain';
import type { SummaryLanguage } from '#contracts/model';
import { countedOf, type Counted, type LanguageEngine } from '#engines';
import type { PartsOfReading, SpokenTextReader, SpokenTurn, SummaryWork } from '#store';
import { contentHash } from '../shared/language/content-hash.ts';
import { stretchesOf, textLengthOf, type ReadStretch, type TextStretch } from './text-stretches.ts';

type Limits = Pick<LanguageEngine, 'maxSummaryCharacters' | 'maxWholeCharacters'>;

/** The text of a conversation at a revision, as much of it as was read. */
export interface SummaryText {
  readonly title: string;
  readonly revision: number;
  readonly language: SummaryLanguage | null;
  /** Consecutive, and together all turns. */
  readonly stretches: readonly TextStretch[];
  /** What is to be stored, so that it is not read again; `null` for nothing. */
  readonly found: PartsOfReading | null;
}

/** A part that is to be summarised. */
export interface SummaryPart {
  /** `null` when it is known without its text. */
  readonly turns: readonly PartTurn<SpokenTurn>[] | null;
  readonly counted: Counted;
  readonly textLength: number;
  /** Identifies the turns with their texts. */
  readonly textHash: string;
}

/** Thrown where something cannot be told without the text of a part that was not read. */
export class TextNeeded extends Error {}

/** The parts of a text, in order. */
export function partsOf({ stretches }: SummaryText): readonly SummaryPart[] {
  return stretches.flatMap((stretch): readonly SummaryPart[] => {
    if (stretch.kind === 'read') return stretch.parts.map(partOf);
    const { speakers, turnCount, textLength, textHash } = stretch.part;
    return [{ turns: null, counted: { speakers, turnCount }, textLength, textHash }];
  });
}

function partOf(turns: readonly PartTurn<SpokenTurn>[]): SummaryPart {
  const textHash = contentHash(turns);
  return { turns, counted: countedOf(turns), textLength: textLengthOf(turns), textHash };
}

/** How many turns a text has. */
export function turnCountOf({ stretches }: SummaryText): number {
  const counts = stretches.map((each) =>
    each.kind === 'read' ? each.turns.length : each.part.turnCount,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The turns of a text of which all was read, in order; `null` of any other. */
export function allTurnsOf({ stretches }: SummaryText): readonly SpokenTurn[] | null {
  const [only, ...others] = stretches;
  return only?.kind === 'read' && others.length === 0 ? only.turns : null;
}

/** A text of which all was read at once. */
export function wholeText({ title, revision, turns }: SummaryWork, limits: Limits): SummaryText {
  const { maxSummaryCharacters, maxWholeCharacters } = limits;
  const parts = summaryParts(turns, maxSummaryCharacters, maxWholeCharacters);
  const language = languageOf(turns.map(({ text }) => text));
  return { title, revision, language, stretches: [inOneStretch(turns, parts)], found: null };
}

/**
 * Reads of a text what is not known of it.
 * @returns `null` when all of it has to be read at once
 */
export async function readText(
  reader: SpokenTextReader,
  limits: Limits,
): Promise<SummaryText | null> {
  const { maxSummaryCharacters } = limits;
  const held = await reader.hold();
  if (held === null) return null;
  const pieces = await readPieces(reader, limits);
  if (pieces === null) return null;
  const stretches = pieces.stretches.filter((each) => each.kind === 'read');
  const isNew = stretches.some(({ found }) => found.length > 0);
  if (!isNew) return { ...held, ...pieces, found: null };
  const newParts = stretches.map(({ from, to, found: parts }) => ({ from, to, parts }));
  const readingId = await reader.note();
  const found = { readingId, maxCharacters: maxSummaryCharacters, stretches: newParts };
  return { ...held, ...pieces, found };
}

type Pieces = Pick<SummaryText, 'stretches' | 'language'>;

async function readPieces(
  reader: SpokenTextReader,
  { maxSummaryCharacters, maxWholeCharacters }: Limits,
): Promise<Pieces | null> {
  const stretches = await stretchesOf(reader, maxSummaryCharacters);
  const [only, ...others] = stretches;
  if (only?.kind === 'read' && others.length === 0) {
    const language = languageOf(only.turns.map(({ text }) => text));
    const isOnePart = spokenLength(only.turns) <= maxWholeCharacters;
    return {
      stretches: isOnePart ? [inOneStretch(only.turns, [only.turns])] : stretches,
      language,
    };
  }
  const lengths = stretches.map((each) =>
    each.kind === 'read' ? spokenLength(each.turns) : each.part.characters,
  );
  // It has become short enough to be summarised as one part, for which all of it is read.
  if (lengths.reduce((sum, length) => sum + length, 0) <= maxWholeCharacters) return null;
  return { stretches, language: await languageOfBeginning(reader) };
}

/** The same as {@link languageOf} all turns. */
async function languageOfBeginning(reader: SpokenTextReader): Promise<SummaryLanguage | null> {
  for (let limit = 256; ; limit *= 2) {
    const { turns, isEnd } = await reader.turns(null, limit);
    const texts = turns.map(({ text }) => text);
    if (isEnd || tellLanguage(texts)) return languageOf(texts);
  }
}

function inOneStretch(
  turns: readonly SpokenTurn[],
  parts: readonly (readonly PartTurn<SpokenTurn>[])[],
): ReadStretch {
  return { kind: 'read', from: null, to: null, turns, parts, found: [] };
}
