import type { Memory, Summary, Transcript } from '#contracts/api';
import type { ApiClient } from '../api-client.ts';

/** Events whose number is the same in every run, however the work was divided into tasks. */
const COUNTED = [
  'conversation_created',
  'exchange_added',
  'clip_received',
  'clip_probed',
  'clip_transcribed',
  'memory_written',
  'memory_significance_set',
  'memory_pin_changed',
];

/** The outcome of a conversation, without ids and times. */
export async function outcomeOf(api: ApiClient, id: string) {
  const [transcript, summary] = [await api.transcript(id), await api.summary(id)];
  const { items } = await api.memories(`?conversationId=${id}&limit=200`);
  const events = await api.eventLog(`conversationId=${id}`);
  const types = events.map(({ type }) => type);
  return {
    turns: turnsOf(transcript),
    summary: summaryOf(summary, transcript),
    memories: memoriesOf(items),
    events: COUNTED.map((type) => [type, types.filter((each) => each === type).length]),
  };
}

function turnsOf({ complete, turns }: Transcript) {
  const named = turns.map(({ speaker, durationMs, taskState, segments }) => ({
    speaker,
    durationMs,
    taskState,
    segments: segments.map(({ id: _id, ...said }) => said),
  }));
  return { complete, named };
}

/** The summary; turns are cited by index instead of id, and segments by their time. */
function summaryOf(summary: Summary, { turns, revision }: Transcript) {
  const numbers = new Map(turns.map(({ turnId }, number) => [turnId, number]));
  const cited = <Point extends Summary['keyPoints'][number]>(points: readonly Point[]) =>
    points.map((point) => ({
      ...point,
      turnIds: point.turnIds.map((id) => numbers.get(id)),
      segments: point.segments.map(({ startMs }) => startMs),
    }));
  const { overview, keyPoints, decisions, actionItems, turnCount, current } = summary;
  return {
    overview,
    keyPoints: cited(keyPoints),
    decisions: cited(decisions),
    actionItems: cited(actionItems),
    turnCount,
    current,
    isLatest: summary.revision === revision,
  };
}

/** Memories sorted by text, because their order of creation differs between runs. */
function memoriesOf(memories: readonly Memory[]) {
  return memories
    .map(({ narrative, significance, reason, pin }) => ({ narrative, significance, reason, pin }))
    .sort((one, other) => (one.narrative < other.narrative ? -1 : 1));
}
