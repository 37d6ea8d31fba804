import type { ExportedMemory } from '#contracts/export';
import { evictRestoredPins } from '../bin/evict-restored-pins.ts';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { NewEvent } from '../events/domain-events.ts';
import { memoryWritten } from '../memories/memory.records.ts';
import { lockPins, type EvictionRule } from '../memories/pins.ts';
import { memories, memoryNarratives } from '../schema/index.ts';
import { inBatches } from './in-batches.ts';
import type { Importing } from './imported.records.ts';

/** A memory with its new ids. */
export interface PlacedImport {
  readonly memory: ExportedMemory;
  readonly id: string;
  readonly conversationId: string | null;
  readonly exchangeId: string | null;
  /** Idempotency key of the event that adds it, if it is not part of a conversation. */
  readonly key?: string;
}

const COLUMNS = [
  ...(['id', 'ownerId', 'conversationId', 'exchangeId', 'narrative', 'priorDialogue'] as const),
  ...([
    'significance',
    'significanceValue',
    'reason',
    'engine',
    'rubricVersion',
    'scoredAt',
  ] as const),
  ...(['significanceTaskId', 'createdAt', 'editedAt', 'keptAt'] as const),
];

/**
 * Writes memories with their scores and pins. Pins that the rule has set go when there are more than
 * the owner may have, as if they had come back from the bin. What was not scored is scored after the
 * import.
 */
export async function writeImportedMemories(
  tx: Transaction,
  importing: Importing,
  placed: readonly PlacedImport[],
  evict: EvictionRule,
): Promise<void> {
  if (placed.length === 0) return;
  const { ownerId } = importing;
  await appendAndApply(
    tx,
    placed.map((each) => writtenEvent(importing, each)),
  );
  await inBatches(placed, (batch) =>
    insertRows(
      tx,
      memories,
      COLUMNS,
      batch.map((each) => rowOf(importing, each)),
    ),
  );
  await insertRows(
    tx,
    memoryNarratives,
    ['memoryId', 'position', 'narrative', 'replacedAt'],
    placed.flatMap(narrativesOf),
  );
  const changes = placed.flatMap((each) => [
    ...scored(importing, each),
    ...pinned(importing, each),
  ]);
  if (changes.length === 0) return;
  await lockPins(tx, ownerId);
  await appendAndApply(tx, changes);
  await evictRestoredPins(tx, ownerId, evict);
}

function writtenEvent({ ownerId, taskId }: Importing, { memory, key, ...place }: PlacedImport) {
  const { narrative, priorDialogue } = memory;
  const event = memoryWritten({ ...place, ownerId, narrative, priorDialogue }, taskId);
  return key === undefined ? event : { ...event, idempotencyKey: key };
}

function rowOf({ ownerId, taskId }: Importing, { memory, key: _key, ...place }: PlacedImport) {
  const { narrative, priorDialogue, reason, engine, rubricVersion } = memory;
  const { significance, significanceValue } = memory;
  return {
    ...{ ...place, ownerId, narrative, priorDialogue },
    ...{ significance, significanceValue, reason, engine, rubricVersion },
    ...{ scoredAt: dateOf(memory.scoredAt) },
    significanceTaskId: significance === null ? null : taskId,
    ...{ createdAt: new Date(memory.createdAt), editedAt: dateOf(memory.editedAt) },
    keptAt: dateOf(memory.keptAt ?? null),
  };
}

function narrativesOf({ id: memoryId, memory }: PlacedImport) {
  return memory.earlierNarratives.map(({ narrative, replacedAt }, index) => ({
    ...{ memoryId, position: index + 1, narrative, replacedAt: new Date(replacedAt) },
  }));
}

function scored(importing: Importing, { id, conversationId, memory }: PlacedImport): NewEvent[] {
  const { significance, significanceValue: value, engine, rubricVersion } = memory;
  if (significance === null) return [];
  const scores = { significance, value, engine: engine ?? '', rubricVersion: rubricVersion ?? '' };
  return [
    {
      ...eventOf(importing, conversationId, `memory_significance_set:${id}:imported`),
      type: 'memory_significance_set',
      data: { memoryId: id, ...scores },
    },
  ];
}

/** A pin, or that a person has decided against it. */
function pinned(importing: Importing, { id, conversationId, memory }: PlacedImport): NewEvent[] {
  if (!memory.pinned && !memory.decidedByPerson) return [];
  const autoPinned = memory.autoPinned && !memory.decidedByPerson;
  return [
    {
      ...eventOf(importing, conversationId, `memory_pin_changed:${id}:imported`),
      type: 'memory_pin_changed',
      data: { memoryId: id, pinned: memory.pinned, autoPinned },
    },
  ];
}

function eventOf(
  { ownerId, taskId }: Importing,
  conversationId: string | null,
  idempotencyKey: string,
) {
  return { ownerId, conversationId, taskId, idempotencyKey };
}

function dateOf(timestamp: string | null): Date | null {
  return timestamp === null ? null : new Date(timestamp);
}
