import { lastStepOf } from '#contracts/tasks';
import { inLanguage } from '../conversations/spoken-language.ts';
import { newId } from '../database/ids.ts';
import type { EventOf, NewEvent } from '../events/domain-events.ts';
import { taskCreated } from '../tasks/new-task.ts';
import { newIdOf, type ConversationIds } from './conversation-ids.ts';
import type { ImportedClip, ImportedConversation, Importing } from './imported.records.ts';

/** Where an imported conversation comes to be. */
interface ConversationPlace {
  readonly projectId: string | null;
  readonly key: string;
  readonly language: string | null;
}

type ImportedTurn = ImportedConversation['turns'][number];

/** The events that say what a conversation has, in the order in which they are applied. */
export class ConversationEvents {
  private readonly turns: ReadonlyMap<string, ImportedTurn>;
  /** By their exchanges. */
  private readonly turnsOf: ReadonlyMap<string, readonly ImportedTurn[]>;

  constructor(
    private readonly importing: Importing,
    private readonly imported: ImportedConversation,
    private readonly ids: ConversationIds,
  ) {
    this.turns = new Map(imported.turns.map((turn) => [turn.id, turn]));
    this.turnsOf = Map.groupBy(imported.turns, ({ exchangeId }) => exchangeId);
  }

  /**
   * The conversation, its exchanges and its recordings.
   * @param place `key` is the idempotency key of the event that adds it; `language` is what is spoken in
   * recordings that are to be transcribed, if that is set
   */
  of({ projectId, key, language }: ConversationPlace): readonly NewEvent[] {
    return [this.created(projectId, key), ...this.exchanges(), ...this.clips(language)];
  }

  /** Its summaries, oldest first, and that all of it is there. */
  results(): readonly NewEvent[] {
    const { summaries, conversation } = this.imported;
    const oldestFirst = [...summaries].sort((one, other) => one.revision - other.revision);
    return [
      ...oldestFirst.map((summary) => this.summaryWritten(summary)),
      {
        ...this.ofTask(`conversation_imported:${this.ids.conversationId}`),
        type: 'conversation_imported',
        data: { attempt: this.importing.attempt, revision: conversation.revision },
      },
    ];
  }

  private created(projectId: string | null, key: string): EventOf<'conversation_created'> {
    const { title, tags, createdAt: madeAt } = this.imported.conversation;
    return {
      ...this.ofTask(key),
      type: 'conversation_created',
      data: { title, tags, ...(projectId === null ? {} : { projectId }), madeAt },
    };
  }

  /** Those without a recording; an exchange with one is said by the event of that. */
  private exchanges(): readonly EventOf<'exchange_added'>[] {
    const { exchanges, clips } = this.imported;
    const recorded = new Set(clips.map(({ turnId }) => this.turns.get(turnId)?.exchangeId));
    return exchanges
      .filter(({ id }) => this.turnsOf.has(id) && !recorded.has(id))
      .map(({ id, createdAt: madeAt }, index) => {
        const exchangeId = newIdOf(this.ids.exchanges, id);
        const said = (this.turnsOf.get(id) ?? []).map((turn) => this.spoken(turn));
        return {
          ...this.ofPerson(`exchange_added:${exchangeId}`),
          type: 'exchange_added',
          data: { exchangeId, revision: index + 1, turns: said, madeAt },
        };
      });
  }

  private clips(language: string | null): readonly NewEvent[] {
    return this.imported.clips.flatMap((clip) => {
      const turn = this.turns.get(clip.turnId);
      return turn === undefined ? [] : this.clip(clip, turn, language);
    });
  }

  /** A turn as events name it. */
  private spoken({ id, speaker }: ImportedTurn) {
    return { turnId: newIdOf(this.ids.turns, id), speaker };
  }

  /** A recording with the task that has transcribed it, or is to do so. */
  private clip(
    clip: ImportedClip,
    { id, speaker, exchangeId, createdAt: madeAt }: ImportedTurn,
    language: string | null,
  ): readonly NewEvent[] {
    const { durationMs, container, codec, channels, sampleRateHz } = clip;
    const clipId = newIdOf(this.ids.clips, clip.id);
    const taskId = newId('task');
    const place = {
      exchangeId: newIdOf(this.ids.exchanges, exchangeId),
      turnId: newIdOf(this.ids.turns, clip.turnId),
    };
    const file = { fileName: clip.fileName, sizeBytes: clip.sizeBytes, sha256: clip.sha256 };
    const probed = { durationMs, container, codec, channels, sampleRateHz };
    const others = (this.turnsOf.get(exchangeId) ?? [])
      .filter((turn) => turn.id !== id)
      .map((turn) => this.spoken(turn));
    const heard = others.length === 0 ? { speaker } : { speaker, others };
    const received = {
      ...this.ofPerson(`clip_received:${clipId}`),
      type: 'clip_received',
      data: { ...place, clipId, taskId, ...heard, ...file, madeAt, probed },
    } as const;
    const { ownerId } = this.importing;
    const { conversationId } = this.ids;
    const purpose = { type: 'transcription', clipId, conversationId } as const;
    if (clip.isTranscribed) {
      return [received, taskCreated(purpose, { taskId, ownerId }), this.transcribed(taskId)];
    }
    const settings = inLanguage(this.importing.settings, language);
    const known = { taskId, ownerId, ...(settings ? { settings } : {}) };
    return [received, taskCreated(purpose, known)];
  }

  private transcribed(taskId: string): EventOf<'task_completed'> {
    return {
      ...this.ofPerson(`task_completed:${taskId}:1`),
      taskId,
      type: 'task_completed',
      data: { attempt: 1, stage: lastStepOf('transcription'), warnings: [] },
    };
  }

  private summaryWritten({
    id,
    revision,
    engine,
  }: ImportedConversation['summaries'][number]): EventOf<'summary_written'> {
    const summaryId = newIdOf(this.ids.summaries, id);
    const { attempt } = this.importing;
    return {
      ...this.ofTask(`summary_written:${summaryId}`),
      type: 'summary_written',
      data: { attempt, revision, summaryId, engine },
    };
  }

  private ofPerson(idempotencyKey: string) {
    const { ownerId } = this.importing;
    return { ownerId, conversationId: this.ids.conversationId, taskId: null, idempotencyKey };
  }

  private ofTask(idempotencyKey: string) {
    return { ...this.ofPerson(idempotencyKey), taskId: this.importing.taskId };
  }
}
