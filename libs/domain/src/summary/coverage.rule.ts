import {
  type SegmentStart,
  type SummaryContent,
  type SummaryCoverage,
  type SummaryPoint,
} from '#contracts/model';

/** A turn with its text. */
interface CoveredTurn {
  readonly turnId: string;
  readonly text: string;
  /** Where its segments begin in the text; absent when it was typed. */
  readonly segments?: readonly SegmentStart[];
}

/** A stretch of a text, as characters from its beginning. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where turns and segments that are cited are in a text, by their ids. */
export interface CitedPlaces {
  readonly turns: Readonly<Record<string, Stretch>>;
  readonly segments: Readonly<Record<string, Stretch>>;
}

/** A text, as much of it as its coverage needs. */
export interface CoveredText {
  /** Of the texts of all turns, in UTF-16 code units. */
  readonly length: number;
  readonly turnCount: number;
  readonly places: CitedPlaces;
}

/** All points of a summary. */
function pointsOf({ keyPoints, decisions, actionItems }: SummaryContent): readonly SummaryPoint[] {
  return [...keyPoints, ...decisions, ...actionItems];
}

/**
 * How much of a conversation the points of its summary draw on: the turns that they cite, the share of the
 * text in cited segments and typed turns, and how many points cite each third of it.
 */
export function summaryCoverage(
  content: SummaryContent,
  { length, turnCount, places }: CoveredText,
): SummaryCoverage {
  const points = pointsOf(content);
  const cited = points.map((point) => stretchesOf(point, places));
  const all = new Map(cited.flat().map((stretch) => [stretch.from, stretch]));
  const covered = [...all.values()].reduce((sum, { from, to }) => sum + to - from, 0);
  const inThird = (third: number) =>
    cited.filter((stretches) => stretches.some((each) => thirdOf(each, length) === third)).length;
  const turnIds = new Set(points.flatMap((point) => point.turnIds));
  return {
    turnsCited: [...turnIds].filter((id) => places.turns[id] !== undefined).length,
    turnCount,
    textShare: length === 0 ? 0 : Math.round((100 * covered) / length) / 100,
    thirds: [inThird(0), inThird(1), inThird(2)],
  };
}

/**
 * Where the turns and segments that a summary cites are in consecutive turns.
 * @param turns in order, whole
 */
export function citedPlaces(content: SummaryContent, turns: readonly CoveredTurn[]): CitedPlaces {
  const points = pointsOf(content);
  const turnIds = new Set(points.flatMap((point) => point.turnIds));
  const cited = points.flatMap((point) => point.segments ?? []);
  const segmentIds = new Set(cited.map(({ segmentId }) => segmentId));
  const places = { turns: new Map<string, Stretch>(), segments: new Map<string, Stretch>() };
  let from = 0;
  for (const { turnId, text, segments = [] } of turns) {
    if (turnIds.has(turnId)) places.turns.set(turnId, { from, to: from + text.length });
    for (const [at, { segmentId, from: begin }] of segments.entries()) {
      if (!segmentIds.has(segmentId)) continue;
      const end = segments[at + 1]?.from ?? text.length;
      places.segments.set(segmentId, { from: from + begin, to: from + end });
    }
    from += text.length;
  }
  return recordsOf(places);
}

/** The places of consecutive texts in all of them together. @param texts each with its length */
export function placesTogether(
  texts: readonly { readonly places: CitedPlaces; readonly textLength: number }[],
): CitedPlaces {
  const all = { turns: new Map<string, Stretch>(), segments: new Map<string, Stretch>() };
  let before = 0;
  for (const { places, textLength } of texts) {
    for (const kind of ['turns', 'segments'] as const) {
      for (const [id, { from, to }] of Object.entries(places[kind])) {
        all[kind].set(id, { from: before + from, to: before + to });
      }
    }
    before += textLength;
  }
  return recordsOf(all);
}

function recordsOf(
  places: Readonly<Record<keyof CitedPlaces, ReadonlyMap<string, Stretch>>>,
): CitedPlaces {
  return {
    turns: Object.fromEntries(places.turns),
    segments: Object.fromEntries(places.segments),
  };
}

/** The stretches that a point cites: its segments, and its turns without cited segments. */
function stretchesOf(
  { turnIds, segments = [] }: SummaryPoint,
  places: CitedPlaces,
): readonly Stretch[] {
  const recorded = new Set(segments.map(({ turnId }) => turnId));
  const typed = turnIds.filter((id) => !recorded.has(id)).map((id) => places.turns[id]);
  const heard = segments.map(({ segmentId }) => places.segments[segmentId]);
  return [...typed, ...heard].filter((stretch) => stretch !== undefined);
}

/** 0, 1 or 2, by the middle of the stretch. */
function thirdOf({ from, to }: Stretch, length: number): number {
  return Math.min(2, Math.floor((3 * (from + to)) / (2 * Math.max(1, length))));
}
