import { and, eq, sql } from 'drizzle-orm';
import type { Significance } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import type { NewEvent } from '../events/domain-events.ts';
import { memories } from '../schema/index.ts';
import { runEvent } from '../tasks/run/run-events.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import type { MemoryRecord } from './memory.records.ts';
import { lockPins, pinChanges, type PinRecord, type PinRules } from './pins.ts';

/** The score of a memory. */
export interface MemoryScore {
  readonly memoryId: string;
  readonly significance: Significance;
  /** The number from which it follows; `null` when the engine has none. */
  readonly value: number | null;
  readonly reason: string;
  readonly engine: string;
  readonly rubricVersion: string;
}

/** The significance at which the rule pins a memory. */
const PIVOTAL: Significance = 3;

/** The scores that a transaction has written: how many, and the events to append. */
export interface WrittenScores {
  readonly count: number;
  readonly events: NewEvent[];
}

/** Writes the scores of one transaction, in order. */
export class ScoreWriter {
  constructor(
    private readonly tx: Transaction,
    private readonly task: TaskRecord,
    private readonly scoring: string,
    private readonly rules: PinRules,
  ) {}

  async write(scores: readonly MemoryScore[]): Promise<WrittenScores> {
    if (scores.length === 0) return { count: 0, events: [] };
    const pins = await lockPins(this.tx, this.task.ownerId);
    const known = await this.memoriesOf(scores);
    const own = scores.filter(({ memoryId }) => known.has(memoryId));
    await this.writeScores(own);
    const narratives = await this.narrativesOf(own, pins);
    return { count: own.length, events: this.eventsOf(own, known, { pins, narratives }) };
  }

  /** The memories that still belong to this task; another task may have claimed some since. */
  private async memoriesOf(
    scores: readonly MemoryScore[],
  ): Promise<ReadonlyMap<string, MemoryRecord>> {
    const ids = sql.param(scores.map(({ memoryId }) => memoryId));
    const rows = await this.tx
      .select()
      .from(memories)
      .where(and(eq(memories.significanceTaskId, this.task.id), sql`${memories.id} = ANY(${ids})`));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What is pinned already, when something may be pinned. */
  private async narrativesOf(
    scores: readonly MemoryScore[],
    pins: readonly PinRecord[],
  ): Promise<ReadonlyMap<string, string>> {
    if (!scores.some(({ significance }) => significance === PIVOTAL)) return new Map();
    const { id, narrative } = memories;
    const pinned = pins.map(({ memoryId }) => memoryId);
    const rows = await this.tx
      .select({ id, narrative })
      .from(memories)
      .where(sql`${id} = ANY(${sql.param(pinned)})`);
    return new Map(rows.map((row) => [row.id, row.narrative]));
  }

  private async writeScores(scores: readonly MemoryScore[]): Promise<void> {
    await this.tx.execute(sql`
      UPDATE memories
      SET significance = given.significance, significance_value = given.value, reason = given.reason, engine = given.engine,
          rubric_version = given."rubricVersion", scored_at = ${new Date()}
      FROM jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) AS given(
        "memoryId" text, significance integer, value double precision, reason text, engine text, "rubricVersion" text)
      WHERE memories.id = given."memoryId"`);
  }

  private eventsOf(
    scores: readonly MemoryScore[],
    known: ReadonlyMap<string, MemoryRecord>,
    before: {
      readonly pins: readonly PinRecord[];
      readonly narratives: ReadonlyMap<string, string>;
    },
  ): NewEvent[] {
    let { pins } = before;
    const narrativeOf = (id: string) => known.get(id)?.narrative ?? before.narratives.get(id) ?? '';
    return scores.flatMap((score) => {
      const stored = known.get(score.memoryId);
      if (!stored) return [];
      // An earlier score of this transaction may have evicted its pin.
      const memory = { ...stored, pinned: pins.some(({ memoryId }) => memoryId === stored.id) };
      const changes = this.pinChangesOf(memory, score, pins, narrativeOf);
      pins = afterChanges(pins, memory, score, changes);
      return [this.scoredEvent(memory, score), ...changes];
    });
  }

  private pinChangesOf(
    memory: MemoryRecord,
    score: MemoryScore,
    pins: readonly PinRecord[],
    narrativeOf: (memoryId: string) => string,
  ) {
    const stays = memory.decidedByPerson || memory.pinned || score.significance !== PIVOTAL;
    const isPinned = ({ memoryId }: PinRecord): boolean =>
      this.rules.sharesPin(narrativeOf(memoryId), memory.narrative);
    if (stays || pins.some(isPinned)) return [];
    const decision = { pinned: true, autoPinned: true };
    const key = `${this.scoring}:${memory.id}`;
    return pinChanges(memory, decision, pins, this.rules.evict, key, this.task.id);
  }

  private scoredEvent(memory: MemoryRecord, score: MemoryScore): NewEvent {
    const { memoryId, significance, value, engine, rubricVersion } = score;
    return {
      ...runEvent(this.task, 'memory_significance_set'),
      conversationId: memory.conversationId,
      type: 'memory_significance_set',
      idempotencyKey: `memory_significance_set:${memoryId}:${this.scoring}`,
      data: { memoryId, significance, value, engine, rubricVersion },
    };
  }
}

type Changes = ReturnType<typeof pinChanges>;

/** The pins of the owner after the changes of one memory. */
function afterChanges(
  pins: readonly PinRecord[],
  { id, conversationId, createdAt }: MemoryRecord,
  { value: significanceValue }: MemoryScore,
  changes: Changes,
): readonly PinRecord[] {
  const gone = new Set(changes.filter(({ data }) => !data.pinned).map(({ data }) => data.memoryId));
  const rest = pins.filter(({ memoryId }) => !gone.has(memoryId));
  const place = { memoryId: id, conversationId };
  const set = changes.some(({ data }) => data.pinned);
  return set ? [...rest, { ...place, createdAt, significanceValue, autoPinned: true }] : rest;
}
