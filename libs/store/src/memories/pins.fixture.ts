import { newOwner, runOf, type TestStore } from '../store.fixture.ts';
import type { MemoryRecord } from './memory.records.ts';
import type { MemoryScore } from './scoring.repository.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

/** A score as an engine returns it. */
export function aScore(memoryId: string, significance: MemoryScore['significance'] = 3) {
  return {
    memoryId,
    significance,
    value: significance - 0.5,
    reason: 'It changes the plan.',
    ...ENGINE,
  };
}

const ENGINE = { engine: 'instant', rubricVersion: '1' } as const;

/** An owner, with helpers that score their memories and read their pins. */
export class PinOwner {
  constructor(
    private readonly store: TestStore,
    readonly ownerId: string = newOwner(),
  ) {}

  /** Creates memories without a scoring task. @returns their ids in order of creation */
  memories(count: number): Promise<readonly string[]> {
    return this.remember(Array.from({ length: count }, (_, number) => `Memory ${number}.`));
  }

  /** Creates memories of these narratives without a scoring task. @returns their ids */
  async remember(narratives: readonly string[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const narrative of narratives) {
      const given = { ownerId: this.ownerId, narrative, priorDialogue: [] };
      ids.push((await this.store.repositories.memories.write(given, null, false)).id);
    }
    return ids;
  }

  /** Scores each memory with its own task, in sequence. */
  async score(ids: readonly string[], significance: MemoryScore['significance'] = 3) {
    for (const id of ids) await this.scoreTogether([id], significance);
  }

  /** Scores all memories with one task, in one transaction. */
  async scoreTogether(ids: readonly string[], significance: MemoryScore['significance'] = 3) {
    const task = await this.scoringOf(ids);
    const scores = ids.map((id) => aScore(id, significance));
    await this.store.repositories.scoring.save(runOf(task), scores, { warnings: [] });
    return task;
  }

  /** A started task that scores these memories. */
  async scoringOf(ids: readonly string[]): Promise<TaskRecord> {
    const task = await this.store.repositories.memories.rescore(ids[0] ?? '');
    await this.store.rows('UPDATE memories SET significance_task_id = $1 WHERE id = ANY($2)', [
      task.id,
      ids,
    ]);
    await this.store.repositories.scoring.start(runOf(task), 'run-1');
    return task;
  }

  /** The stored memory. */
  async memory(id: string): Promise<MemoryRecord> {
    const memory = await this.store.repositories.memories.find(id);
    if (memory === null) throw new Error(`there is no memory ${id}`);
    return memory;
  }

  /** Ids of the pinned memories, sorted. */
  async pins(): Promise<readonly string[]> {
    const query = { ownerId: this.ownerId, pinned: true, limit: 100 };
    const { items } = await this.store.repositories.memories.list(query);
    return items.map(({ id }) => id).sort();
  }

  /** All changes of pins in order, as `+id` and `-id`. */
  async changes(): Promise<readonly string[]> {
    const rows = await this.store.rows(
      `SELECT CASE WHEN (data->'pinned')::boolean THEN '+' ELSE '-' END || (data->>'memoryId') AS c
       FROM events WHERE owner_id = $1 AND type = 'memory_pin_changed' ORDER BY sequence`,
      [this.ownerId],
    );
    return rows.map((row) => String(row['c']));
  }

  /** Rebuilds the pins from the events. @returns them and their number after each event */
  async replay(): Promise<{ readonly pins: readonly string[]; readonly counts: number[] }> {
    const pins = new Set<string>();
    const counts: number[] = [];
    for (const change of await this.changes()) {
      if (change.startsWith('+')) pins.add(change.slice(1));
      else pins.delete(change.slice(1));
      counts.push(pins.size);
    }
    return { pins: [...pins].sort(), counts };
  }
}
