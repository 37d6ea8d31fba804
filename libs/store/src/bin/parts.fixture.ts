import type { SummaryContent } from '#contracts/model';
import type { TaskRecord } from '../tasks/task.records.ts';
import { transcribe } from '../heard.fixture.ts';
import { anExchange, runOf, type TestStore } from '../store.fixture.ts';
import { PLAIN_RESULT } from '../summary-result.fixture.ts';

/** Something that was said in a conversation. */
export interface Part {
  readonly kind: 'exchange' | 'clip';
  readonly id: string;
  readonly within?: string;
}

/** A conversation of a recording and of a typed exchange. */
export interface PartedConversation {
  readonly id: string;
  readonly parts: {
    /** The exchange of the recording. */
    readonly exchange: Part;
    readonly clip: Part;
    /** The typed exchange. */
    readonly other: Part;
  };
  /** The task that has transcribed the recording. */
  readonly transcription: TaskRecord;
  /** Of the recording. */
  readonly turnId: string;
  readonly segmentId: string;
  readonly memoryId: string;
}

/** Makes a conversation with two exchanges, whose recording has rows in every table. */
export async function aPartedConversation(
  store: TestStore,
  ownerId: string,
): Promise<PartedConversation> {
  const { repositories } = store;
  const id = await store.newConversation(ownerId);
  const first = await store.newTask(id);
  const clipId = first.clipId ?? '';
  await transcribe(store, first, ['We launched in March.'], ['Ada: We launch in March.']);
  await repositories.tasks.retry(first.id, { engine: 'other' });
  const transcription = await store.task(first.id);
  await transcribe(store, transcription, ['We launch in March.']);
  const other = await repositories.exchanges.add(anExchange(id, 'The hall is small.'), null);
  const [row] = await store.rows(
    `SELECT turns.id AS turn, turns.exchange_id AS exchange, segments.id AS segment
     FROM turns JOIN segments ON segments.turn_id = turns.id WHERE segments.clip_id = $1`,
    [clipId],
  );
  const exchangeId = String(row?.['exchange']);
  const [memory] = await store.rows('SELECT id FROM memories WHERE exchange_id = $1', [exchangeId]);
  const memoryId = String(memory?.['id']);
  await repositories.memoryEdits.edit(memoryId, 'Ada launches in March.');
  const segmentId = String(row?.['segment']);
  await store.rows(
    `INSERT INTO correction_changes (segment_id, position, task_id, engine, rule, before, after)
     VALUES ($1, 0, $2, 'instant', 'spacing', 'We  launch', 'We launch')`,
    [segmentId, first.id],
  );
  await decideAboutSpeakers(store, { id, ownerId, clipId });
  await store.deliverAll();
  return {
    id,
    parts: {
      exchange: { kind: 'exchange', id: exchangeId },
      clip: { kind: 'clip', id: clipId },
      other: { kind: 'exchange', id: other.id },
    },
    ...{ transcription, turnId: String(row?.['turn']), segmentId, memoryId },
  };
}

/** Rows of what people decide about the speakers of a recording. */
async function decideAboutSpeakers(
  store: TestStore,
  {
    id,
    ownerId,
    clipId,
  }: { readonly id: string; readonly ownerId: string; readonly clipId: string },
): Promise<void> {
  await store.rows(
    `INSERT INTO speaker_changes
       (id, conversation_id, from_name, to_name, bases, clip_id, ranges, to_label, created_at)
     VALUES ('spk_' || $2, $1, 'Ada', 'Eva', '[]', $2, '[]', 'Eva', now())`,
    [id, clipId],
  );
  await store.rows(
    `INSERT INTO voice_profiles
       (id, owner_id, conversation_id, clip_id, voice_label, name, engine, embedding, window_count, created_at)
     VALUES ('vpr_' || $2, $3, $1, $2, 'Speaker 1', 'Eva', 'voices:1', '', 4, now())`,
    [id, clipId, ownerId],
  );
}

/** Ids of all rows that a part consists of, from the rows themselves. */
export async function idsOfPart(store: TestStore, { kind, id }: Part): Promise<readonly string[]> {
  const ofIt = kind === 'exchange' ? 'turns.exchange_id = $1' : 'clips.id = $1';
  const [row] = await store.rows(
    `SELECT array_remove(array_agg(DISTINCT id), NULL) AS ids FROM (
       SELECT unnest(ARRAY[turns.id, turns.exchange_id, clips.id, segments.id, tasks.id,
         memories.id, text_versions.id]) AS id
       FROM turns
       LEFT JOIN clips ON clips.turn_id = turns.id
       LEFT JOIN segments ON segments.turn_id = turns.id
       LEFT JOIN tasks ON tasks.clip_id = clips.id
       LEFT JOIN text_versions ON text_versions.turn_id = turns.id
       LEFT JOIN memories ON memories.exchange_id = turns.exchange_id
       WHERE ${ofIt}) AS named`,
    [id],
  );
  const ids: unknown = row?.['ids'];
  return Array.isArray(ids) ? ids.map(String) : [];
}

/**
 * Makes the summary of a conversation: all that it reads, word by word.
 * @param meanwhile what happens while it is made
 */
export async function summarise(
  store: TestStore,
  conversationId: string,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { summaries } = store.repositories;
  const run = runOf(await store.taken(conversationId, 'summary'));
  const work = await summaries.start(run, 'run-1');
  if (work === null) return;
  const { revision, turns } = work;
  await meanwhile();
  const overview = turns.map(({ text }) => text).join(' ');
  const content: SummaryContent = { overview, keyPoints: [], decisions: [], actionItems: [] };
  await summaries.complete(run, {
    ...{ revision, engine: 'instant', ...PLAIN_RESULT, turnCount: turns.length, warnings: [] },
    content: turns.length === 0 ? null : content,
  });
}
