import { markdownHead, markdownTurn, TurnTimeline, wasHeard } from '#domain';
import type { ExportSnapshot } from '#store';
import type { RowOf } from './conversation-lines.ts';

/** The transcript of a conversation as it is shown, turn by turn, so that few are in memory. */
export async function* transcriptText(
  snapshot: ExportSnapshot,
  conversation: RowOf<'conversations'>,
): AsyncGenerator<string> {
  const { id, title, ownerId, tags, revision, createdAt } = conversation;
  const about = { conversationId: id, title, ownerId, tags, revision };
  const said = await overviewOf(snapshot, id);
  yield markdownHead({ ...about, createdAt: createdAt.toISOString(), ...said });
  const timeline = new TurnTimeline();
  for await (const spoken of snapshot.texts.spokenTurns(id)) {
    const { turn, clip } = spoken;
    const shown = await snapshot.texts.shownText(id, turn.id);
    const segments = shown.map((segment) => ({ ...segment, words: [] }));
    const hasClip = clip !== null;
    const wasSpoken = wasHeard({ hasClip, segments });
    const recordingId = recordingOf(spoken);
    const heard = { speaker: turn.speaker, wasSpoken, hasClip, recordingId, segments };
    const offsetMs = timeline.add({ hasClip, recordingId, lengthMs: lengthMs(spoken) });
    yield markdownTurn({ turn: { ...heard, durationMs: clip?.durationMs ?? null }, offsetMs });
  }
}

/** Who speaks, for how long, and whether every recording has its text. */
async function overviewOf(snapshot: ExportSnapshot, conversationId: string) {
  const speakers = new Set<string>();
  const timeline = new TurnTimeline();
  let complete = true;
  for await (const spoken of snapshot.texts.spokenTurns(conversationId)) {
    const { turn, taskState } = spoken;
    speakers.add(turn.speaker);
    const recordingId = recordingOf(spoken);
    timeline.add({ hasClip: spoken.clip !== null, recordingId, lengthMs: lengthMs(spoken) });
    complete &&= taskState === null || taskState === 'completed';
  }
  return { speakers: [...speakers], durationMs: timeline.totalMs, complete };
}

function recordingOf({ clip }: RowOf<'spokenTurns'>): string | null {
  return clip === null ? null : (clip.splitFrom ?? clip.id);
}

/** A recording is at least as long as its segments, also when its length is unknown. */
function lengthMs({ clip, endMs }: RowOf<'spokenTurns'>): number {
  return Math.max(clip?.durationMs ?? 0, endMs);
}
