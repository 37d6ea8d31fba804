import { cutParts, spokenLength, type CutPart, type PartTurn } from '#domain';
import { countedOf } from '#engines';
import type { NewPart, SpokenTextReader, SpokenTurn, StoredPart } from '#store';
import { contentHash } from '../shared/language/content-hash.ts';

/** Consecutive turns that were read, with the parts that they are cut into. */
export interface ReadStretch {
  readonly kind: 'read';
  /** The first turn; `null` at the beginning of the conversation. */
  readonly from: string | null;
  /** The turn after the last; `null` at the end. */
  readonly to: string | null;
  readonly turns: readonly SpokenTurn[];
  readonly parts: readonly (readonly PartTurn<SpokenTurn>[])[];
  /** Those of the parts that stay as they are when the conversation goes on. */
  readonly found: readonly NewPart[];
}

/** A part that is known without its text. */
export interface StoredStretch {
  readonly kind: 'stored';
  readonly part: StoredPart;
}

export type TextStretch = ReadStretch | StoredStretch;

/** Turns that are read at once at first; more of them each time. */
const FEW_TURNS = 256;

/**
 * The text of a conversation, cut into parts as {@link cutParts} cuts all of it. What is stored of a part takes its
 * place; only the turns between, and those after the last stored part, are read.
 */
export async function stretchesOf(
  reader: SpokenTextReader,
  maxCharacters: number,
): Promise<readonly TextStretch[]> {
  // An engine that reads any length has no parts.
  const hasParts = Number.isFinite(maxCharacters);
  const stored = new KnownParts(hasParts ? await reader.parts(maxCharacters) : []);
  const stretches: TextStretch[] = [];
  let at: Place = { from: null, number: 0 };
  for (;;) {
    const part = stored.at(at);
    if (part !== undefined) {
      stretches.push({ kind: 'stored', part });
      at = { from: part.nextTurnId, number: at.number + part.turnCount };
      continue;
    }
    const stretch = await readStretch(reader, at, stored, maxCharacters);
    stretches.push(stretch);
    if (stretch.to === null) return stretches;
    at = { from: stretch.to, number: at.number + stretch.turns.length };
  }
}

/** Where a part may begin. */
interface Place {
  /** The first turn; `null` for the beginning of the conversation. */
  readonly from: string | null;
  /** How many turns are before it. */
  readonly number: number;
}

class KnownParts {
  private readonly first: StoredPart | undefined;
  private readonly byTurn: ReadonlyMap<string, StoredPart>;

  constructor(parts: readonly StoredPart[]) {
    this.first = parts.find(({ firstNumber }) => firstNumber === 0);
    this.byTurn = new Map(parts.map((part) => [part.firstTurnId, part]));
  }

  /** The part that begins there. Where it ends depends on the number of turns before it. */
  at({ from, number }: Place): StoredPart | undefined {
    const part = from === null ? this.first : this.byTurn.get(from);
    return part?.firstNumber === number ? part : undefined;
  }
}

async function readStretch(
  reader: SpokenTextReader,
  { from, number }: Place,
  stored: KnownParts,
  maxCharacters: number,
): Promise<ReadStretch> {
  for (let limit = FEW_TURNS; ; limit *= 2) {
    const { turns, isEnd } = await reader.turns(from, limit);
    const cut = cutParts(turns, { firstNumber: number, maxCharacters, isEnd });
    const isKnown = ({ isWhole, to }: CutPart<SpokenTurn>) => {
      const next = turns[to]?.turnId;
      return isWhole && next !== undefined && stored.at({ from: next, number: number + to });
    };
    const last = cut.findIndex((part) => isKnown(part));
    const parts = last < 0 ? cut : cut.slice(0, last + 1);
    const end = last < 0 ? undefined : parts.at(-1)?.to;
    if (end === undefined && !isEnd) continue;
    return {
      ...{ kind: 'read', from, to: end === undefined ? null : (turns[end]?.turnId ?? null) },
      turns: turns.slice(0, end),
      parts: parts.map(({ pieces }) => pieces),
      found: parts.flatMap((part) => newPart(turns, part, number)),
    };
  }
}

function newPart(
  turns: readonly SpokenTurn[],
  { pieces, from, to, isWhole, lookedAt }: CutPart<SpokenTurn>,
  number: number,
): readonly NewPart[] {
  const [first, next] = [turns[from], turns[to]];
  const ending = lookedAt === null ? undefined : turns[lookedAt];
  if (!isWhole || !first || !next || !ending) return [];
  const { speakers, turnCount } = countedOf(pieces);
  return [
    {
      ...{ firstTurnId: first.turnId, firstNumber: number + from },
      ...{ lookedAtTurnId: ending.turnId, nextTurnId: next.turnId },
      ...{ turnCount, speakers, characters: spokenLength(pieces) },
      textLength: textLengthOf(pieces),
      textHash: contentHash(pieces),
    },
  ];
}

/** The length of the texts of turns, in UTF-16 code units. */
export function textLengthOf(turns: readonly { readonly text: string }[]): number {
  return turns.reduce((sum, { text }) => sum + text.length, 0);
}
