import type { FactDraft, SourceLine } from '#contracts/model';

/** What takes back something that was just said. */
const TAKES_BACK =
  /(?<![\p{L}])(?:no|nope|sorry|wait|hang on|hold on|i mean|i meant|scratch that|scrap that|strike that|forget that|correction|rather|actually|my mistake|my bad|wrong|nein|nee|quatsch|moment|entschuldigung|ich mein(?:e|te)|non|pardon|attends|je (?:veux|voulais) dire|plutôt|perdón|digo|quiero decir|quise decir|mejor dicho)(?![\p{L}])/iu;
/** So many facts after a statement may take it back. */
const REACH_FACTS = 3;
/** More is no correction in the same breath. */
const REACH_CHARACTERS = 160;

/** The words that take it back may end the statement itself. */
const MARKER_CHARACTERS = 20;

interface Placed {
  readonly draft: FactDraft;
  readonly start: number;
  readonly end: number;
}

/**
 * Facts without those that their speaker takes back in the same breath: "the goal is 300 tickets. No,
 * hang on, the goal is 250 tickets", and each of several alike once.
 * @param drafts in the order of their clauses
 */
export function withoutTakenBack(
  drafts: readonly FactDraft[],
  lines: readonly SourceLine[],
): readonly FactDraft[] {
  const placed = placesOf(drafts, lines);
  return placed
    .filter((one, at) => {
      const later = placed.slice(at + 1, at + 1 + REACH_FACTS);
      const earlier = placed.slice(Math.max(0, at - REACH_FACTS), at);
      return (
        !later.some((other) => takesBack(one, other, lines)) &&
        !earlier.some(({ draft }) => repeats(one.draft, draft))
      );
    })
    .map(({ draft }) => draft);
}

function placesOf(drafts: readonly FactDraft[], lines: readonly SourceLine[]): readonly Placed[] {
  let [line, from] = [-1, 0];
  return drafts.map((draft) => {
    if (draft.line !== line) [line, from] = [draft.line, 0];
    const found = lines[draft.line]?.text.indexOf(draft.quote, from) ?? -1;
    const start = found < 0 ? from : found;
    from = start;
    return { draft, start, end: start + draft.quote.length };
  });
}

function takesBack(one: Placed, other: Placed, lines: readonly SourceLine[]): boolean {
  const [earlier, later] = [one.draft, other.draft];
  if (earlier.line !== later.line || earlier.type !== later.type) return false;
  if (earlier.status !== later.status || other.start <= one.start) return false;
  if (!isAlike(earlier, later)) return false;
  if (isSame(earlier, later)) return earlier.on === null || later.on !== null;
  const text = lines[earlier.line]?.text ?? '';
  return (
    other.start - one.end <= REACH_CHARACTERS &&
    TAKES_BACK.test(text.slice(Math.max(one.start, one.end - MARKER_CHARACTERS), other.end))
  );
}

/** Whether a fact says nothing beyond a correction before it. */
function repeats(one: FactDraft, earlier: FactDraft): boolean {
  if (!earlier.corrects || earlier.line !== one.line || earlier.type !== one.type) return false;
  return one.on === null && earlier.on !== null && isAlike(earlier, one) && isSame(earlier, one);
}

/** Whether two facts are about the same: of the same kind, with the same words. */
function isAlike({ label, value, type }: FactDraft, later: FactDraft): boolean {
  if (!REPLACEABLE.has(type) || value?.kind !== later.value?.kind) return false;
  const [one, other] = [label.toLowerCase(), later.label.toLowerCase()];
  return one === other || (type === 'goal' && (one.endsWith(other) || other.endsWith(one)));
}

const REPLACEABLE: ReadonlySet<string> = new Set(['goal', 'commitment', 'milestone']);

function isSame(one: FactDraft, { who, value }: FactDraft): boolean {
  return one.who === who && JSON.stringify(one.value) === JSON.stringify(value);
}
