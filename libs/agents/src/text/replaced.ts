/** A text without the amounts or dates that its speaker took back in the same breath. */
export interface Repaired<Item> {
  /** As long as the text, with spaces where an item and the words that take it back stood. */
  readonly text: string;
  /** The items that hold. */
  readonly holding: readonly Item[];
  /** The others. */
  readonly replaced: ReadonlySet<Item>;
  /** Those that were said in place of another one. */
  readonly corrections: ReadonlySet<Item>;
}

/** A place in a text. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** More characters than this between two items are no repair. */
const REACH = 60;

const PAUSE = '[\\s,.;:…–—-]*';
const FILLER =
  "(?:ach|uh|um|erm|oh|ah|well|so|like|now|today|already|so far|currently|on|by|at|for|until|to|am|bis|le|el|äh|ähm|euh|eh|ehm|it|that|this|they|it['’]s|that['’]s|they['’]re|is|was|were|are|should be|be|the|about|around|more like|es|sind|war|waren|ist|das|c['’]est|c['’]était|eran?|son|fueron)";
const MARKER =
  '(?:non,? (?:pardon|attends|désolée?)|(?:nein|nee),? (?:moment|warte|quatsch|entschuldigung)|no,? hang on|hang on|no,? hold on|no,? wait|wait,? no|no,? sorry|sorry,? no|wait|no(?=[,.…–—-])|no(?= (?:perdón|espera|digo|mejor dicho))|nope|sorry|scratch that|scrap that|strike that|forget that|i mean|i meant|make (?:that|it)|correction|or rather|rather|actually|pardon(?: me)?|excuse me|my mistake|let me correct that|wrong(?: (?:line|one|row|column|number|figure))?|not right|incorrect|a mistake|a typo|nein|nee|ach nein|warte|moment|quatsch|stimmt nicht|falsch|ich meine|ich meinte|besser gesagt|vielmehr|entschuldigung|korrektur|(?:nicht,? )?sondern|non(?=[,.…–—-])|non(?= (?:pardon|attends|plutôt|je))|attends|plutôt|enfin|je veux dire|je voulais dire|(?:pas,? )?mais plutôt|perdón|mejor dicho|digo|quiero decir|quise decir|espera|(?:no,? )?sino)';

/** "240, no wait, 260": only such words stand between the two. */
const BETWEEN = new RegExp(
  `^(?:\\s\\p{Ll}{4,20})?${PAUSE}(?:(?:${FILLER})(?!\\p{L})${PAUSE}){0,3}${MARKER}(?!\\p{L})${PAUSE}(?:(?:${FILLER}|${MARKER})(?!\\p{L})${PAUSE}){0,5}$`,
  'iu',
);
const VERB_FIRST = /^\s\p{Ll}{4,20}(?=[\s,.;:…–—-]*[,.;…–—-])/u;
/** "Fifteen thousand. Fifty, I mean." */
const PAUSE_ONLY = /^\s*[,.;:…–—-]+\s*$/u;
const MEANT_AFTER =
  /^\s*,?\s*(?:i mean(?:t)?|i should say|rather|meine ich|meinte ich|je veux dire|je voulais dire|quiero decir|quise decir)\s*(?:[,.;!]|$)/iu;
/** "not 400 but 450" */
const DENIED =
  /(?<!\p{L})(?:not|(?:is|was|are|were)n['’]t|nicht|kein|pas|no)\s+(?:\p{L}+\s){0,2}[€$£]?$/iu;
const BUT = /^\s*,?\s*(?:but|aber|mais|pero)\s+(?:\p{L}+\s){0,2}[€$£]?$/iu;
/** "I said it was 35. It was 53." */
const SAID =
  /(?<!\p{L})(?:i|we) (?:said|told (?:you|them)|thought|wrote|noted|had written)(?!\p{L})(?: that| it was)?(?=[^.;]{0,60}$)/iu;
const IT_WAS =
  /^\s*[,.;–—-]?\s*(?:(?:but|and|und|aber|actually|in fact)[,\s]+){0,2}(?:it|that|they)(?:['’]s|['’]re| is| was| are| were)\s+(?:actually |really )?[€$£]?$/iu;

/** ", not 950" after what holds. */
const AND_NOT =
  /(?:[,;–—-]\s*|\s)(?:and |und |et |y )?(?:not|instead of|rather than|nicht|statt|et non|pas|y no|no|en vez de)\s+(?:the |about |die |den |les |los )?[€$£]?$/iu;

/**
 * Leaves out the items that were replaced at once by another one of their kind, such as the first in
 * "240, no wait, 260" and in "on Monday, sorry, Tuesday", and the second in "260, not 240".
 * @param items amounts or dates of the text, in its order
 * @param isAlike whether one may stand for the other
 */
export function withoutReplaced<Item extends Place>(
  text: string,
  items: readonly Item[],
  isAlike: (one: Item, other: Item) => boolean,
): Repaired<Item> {
  const replaced = new Set<Item>();
  const corrections = new Set<Item>();
  const places: Place[] = [];
  for (const [at, later] of items.entries()) {
    const earlier = items[at - 1];
    const blank = earlier && isAlike(earlier, later) ? blankOf(text, earlier, later) : null;
    if (earlier === undefined || blank === null) continue;
    replaced.add(blank.isLater ? later : earlier);
    corrections.add(blank.isLater ? earlier : later);
    places.push(...blank.places);
  }
  const holding = items.filter((item) => !replaced.has(item));
  return { text: blanked(text, places), holding, replaced, corrections };
}

interface Blank {
  /** Whether it is the later item that does not hold. */
  readonly isLater: boolean;
  /** The item and the words that take it back. */
  readonly places: readonly Place[];
}

/** What is left out of the text; `null` when both items hold. */
function blankOf(text: string, earlier: Place, later: Place): Blank | null {
  const between = text.slice(earlier.end, later.start);
  const before = text.slice(Math.max(0, earlier.start - REACH), earlier.start);
  const denied = DENIED.exec(before);
  if (PAUSE_ONLY.test(between) && MEANT_AFTER.test(text.slice(later.end, later.end + REACH))) {
    return { isLater: false, places: [{ start: earlier.start, end: later.start }] };
  }
  if (
    between.length <= REACH &&
    (BETWEEN.test(between) || (denied && (BUT.test(between) || IT_WAS.test(between))))
  ) {
    const start = earlier.start - (denied?.[0].length ?? 0);
    // "2.600 beauftragt, nee, 2.900": the verb stays.
    const verb = VERB_FIRST.exec(between)?.[0].length ?? 0;
    const places = [
      { start, end: earlier.end },
      { start: earlier.end + verb, end: later.start },
    ];
    return { isLater: false, places };
  }
  const said = IT_WAS.test(between) ? SAID.exec(before) : null;
  if (said !== null) {
    const gap = { start: earlier.start, end: later.start };
    return { isLater: false, places: [placeOf(said, earlier), gap] };
  }
  const and = AND_NOT.exec(between.slice(-REACH));
  if (and === null || /[.!?]\s/.test(between)) return null;
  const comma = /^,/.exec(text.slice(later.end, later.end + 1));
  const end = later.end + (comma?.[0].length ?? 0);
  return { isLater: true, places: [{ start: later.start - and[0].length, end }] };
}

/** The words that were found just before an item, as a place in the text. */
function placeOf({ 0: words, index }: RegExpExecArray, { start }: Place): Place {
  const from = Math.max(0, start - REACH) + index;
  return { start: from, end: from + words.length };
}

/** The text with spaces at some places, which are in its order. */
function blanked(text: string, places: readonly Place[]): string {
  let at = 0;
  const parts = places.map(({ start, end }) => {
    const from = Math.max(at, start);
    const part = text.slice(at, from) + ' '.repeat(Math.max(0, end - from));
    at = Math.max(at, end);
    return part;
  });
  return parts.join('') + text.slice(at);
}
