import type { LoggedEventOf } from './logged-event.ts';
import type { ReplayedRows } from './replayed.ts';

export function memoryWritten(rows: ReplayedRows, event: LoggedEventOf<'memory_written'>): void {
  const { ownerId, conversationId, data } = event;
  rows.memories.set(data.memoryId, {
    ...{ ownerId, conversationId, exchangeId: data.exchangeId },
    ...{ significance: null, significanceValue: null, engine: null, rubricVersion: null },
    ...{ pinned: false, autoPinned: false, decidedByPerson: false },
  });
}

/** It outlives its conversation. */
export function memoryKept(rows: ReplayedRows, { data }: LoggedEventOf<'memory_kept'>): void {
  const memory = rows.memories.get(data.memoryId);
  if (memory) Object.assign(memory, { conversationId: null, exchangeId: null });
}

export function memoryScored(
  rows: ReplayedRows,
  { data }: LoggedEventOf<'memory_significance_set'>,
): void {
  const memory = rows.memories.get(data.memoryId);
  if (!memory) return;
  memory.significance = data.significance;
  memory.significanceValue = data.value ?? null;
  memory.engine = data.engine;
  memory.rubricVersion = data.rubricVersion;
}

/** A decision of a person stays noted, whatever the rule does later. */
export function pinChanged(
  rows: ReplayedRows,
  { data }: LoggedEventOf<'memory_pin_changed'>,
): void {
  const memory = rows.memories.get(data.memoryId);
  if (!memory) return;
  memory.pinned = data.pinned;
  memory.autoPinned = data.pinned && data.autoPinned;
  memory.decidedByPerson ||= !data.autoPinned;
}
