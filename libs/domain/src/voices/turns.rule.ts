import type { SpeakerRange, TimeRange, VoiceWindow } from '#contracts/model';

/** What one speaker says without a long pause. */
export type SpeakerTurn = SpeakerRange;

/** A shorter pause of one speaker does not end a turn. */
const LONGEST_PAUSE_MS = 500;

/**
 * Who speaks when. Each instant of speech belongs to the speaker of the window whose middle is nearest, within its
 * region of speech; a region that is too short for a window belongs to the nearest window of another.
 * @param regions where there is speech, in order, without overlaps
 * @param windows in order, each within a region
 * @param speakers of the windows
 * @returns turns in order, without overlaps
 */
export function speakerTurns(
  regions: readonly TimeRange[],
  windows: readonly VoiceWindow[],
  speakers: readonly number[],
): readonly SpeakerTurn[] {
  const heard = windows.map((window, n) => ({ ...window, speaker: speakers[n] ?? 0 }));
  if (heard.length === 0) return [];
  let next = 0;
  const pieces = regions.flatMap((region) => {
    const first = next;
    while ((heard[next]?.startMs ?? Infinity) < region.endMs) next += 1;
    return pieceOf(region, heard.slice(first, next), [heard[first - 1], heard[next]]);
  });
  return joined(pieces);
}

function pieceOf(
  region: TimeRange,
  windows: readonly SpeakerTurn[],
  around: readonly (SpeakerTurn | undefined)[],
): readonly SpeakerTurn[] {
  if (windows.length === 0) return [{ ...region, speaker: nearestSpeaker(region, around) }];
  const middle = ({ startMs, endMs }: TimeRange) => (startMs + endMs) / 2;
  return windows.map((window, n) => {
    const [before, after] = [windows[n - 1], windows[n + 1]];
    return {
      startMs: before ? Math.round((middle(before) + middle(window)) / 2) : region.startMs,
      endMs: after ? Math.round((middle(window) + middle(after)) / 2) : region.endMs,
      speaker: window.speaker,
    };
  });
}

function nearestSpeaker(region: TimeRange, around: readonly (SpeakerTurn | undefined)[]): number {
  const apart = (window: TimeRange) =>
    Math.max(window.startMs - region.endMs, region.startMs - window.endMs);
  const [nearest] = around
    .filter((window) => window !== undefined)
    .sort((a, b) => apart(a) - apart(b));
  return nearest?.speaker ?? 0;
}

/** Joins what one speaker says without a long pause. */
function joined(pieces: readonly SpeakerTurn[]): readonly SpeakerTurn[] {
  const turns: SpeakerTurn[] = [];
  for (const piece of pieces) {
    const last = turns.at(-1);
    const goesOn =
      last?.speaker === piece.speaker && piece.startMs - last.endMs <= LONGEST_PAUSE_MS;
    if (last && goesOn) turns[turns.length - 1] = { ...last, endMs: piece.endMs };
    else turns.push(piece);
  }
  return turns;
}
