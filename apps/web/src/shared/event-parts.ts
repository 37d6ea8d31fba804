import type { LoggedEvent } from '../api/types.ts';
import type { TaskTypes } from '../tasks/task-types.ts';

/** The parts of the page's data that are fetched separately. */
export type Part =
  'conversation' | 'transcript' | 'summary' | 'tasks' | 'memories' | 'projects' | 'reports' | 'bin';

/** What changes when something that was said is deleted or restored. */
const SAID_PARTS = [
  'conversation',
  'transcript',
  'summary',
  'tasks',
  'memories',
  'reports',
  'bin',
] as const;

const ALL_PARTS = [
  'conversation',
  'transcript',
  'summary',
  'tasks',
  'memories',
  'projects',
  'reports',
  'bin',
] as const;

/** The parts that an event changes. EventSource delivers only event types with a named listener. */
const PARTS_BY_TYPE = {
  conversation_created: ['conversation', 'projects'],
  conversation_changed: ['conversation', 'transcript', 'projects'],
  conversation_imported: ['conversation', 'transcript', 'memories'],
  conversation_deleted: ALL_PARTS,
  conversation_restored: ALL_PARTS,
  conversation_purged: ['bin'],
  exchange_added: ['conversation', 'transcript'],
  exchange_deleted: SAID_PARTS,
  exchange_restored: SAID_PARTS,
  exchange_purged: ['bin', 'reports'],
  clip_deleted: SAID_PARTS,
  clip_restored: SAID_PARTS,
  clip_purged: ['bin', 'reports'],
  clip_received: ['conversation', 'transcript', 'tasks'],
  clip_probed: ['conversation'],
  clip_audio_removed: ['conversation', 'transcript'],
  transcript_removed: ['conversation', 'transcript', 'reports', 'memories'],
  clip_transcribed: ['conversation', 'transcript'],
  speakers_changed: ['conversation', 'transcript', 'summary', 'memories'],
  speakers_told: ['conversation', 'transcript'],
  segments_corrected: ['conversation', 'transcript'],
  segment_edited: ['conversation', 'transcript'],
  summary_written: ['conversation', 'summary'],
  summary_removed: ['conversation', 'summary'],
  action_item_marked: ['conversation'],
  summary_edited: ['conversation', 'summary'],
  task_created: ['tasks'],
  task_started: ['tasks'],
  task_completed: ['tasks'],
  task_failed: ['tasks'],
  task_cancel_requested: ['tasks'],
  task_cancelled: ['tasks', 'transcript'],
  task_retried: ['tasks', 'transcript'],
  memory_written: ['memories'],
  memory_edited: ['memories'],
  memory_kept: ['memories'],
  memory_deleted: ['memories', 'bin'],
  memory_restored: ['memories', 'bin'],
  memory_purged: ['bin'],
  memory_significance_set: ['memories'],
  memory_pin_changed: ['memories'],
  project_created: ['projects'],
  project_changed: ['projects'],
  project_deleted: ['projects', 'conversation', 'bin'],
  project_restored: ['projects', 'conversation', 'reports', 'bin'],
  project_purged: ['bin'],
  // Glossaries of owners are no part; those that show them ask for the type.
  owner_glossary_changed: [],
  document_added: ['projects'],
  document_deleted: ['projects', 'reports', 'bin'],
  document_restored: ['projects', 'reports', 'bin'],
  document_purged: ['bin'],
  document_read: ['projects'],
  report_written: ['reports'],
  report_removed: ['reports'],
  fact_decided: ['reports'],
  installation_restored: ALL_PARTS,
  projection_repaired: ALL_PARTS,
} as const satisfies Readonly<Record<string, readonly Part[]>>;

/** The type of the event that a backup was restored, which changes everything. */
export const RESTORED_TYPE = 'installation_restored';

/** The types of all events that change a part. */
export const EVENT_TYPES: readonly string[] = [...Object.keys(PARTS_BY_TYPE), RESTORED_TYPE];

/**
 * Whether an event changes a part.
 *
 * @param event - The event.
 * @param part - The part.
 */
export function changes(event: LoggedEvent, part: Part): boolean {
  const parts: Readonly<Record<string, readonly Part[]>> = PARTS_BY_TYPE;
  return parts[event.type]?.includes(part) === true;
}

/**
 * Whether an event changes the state of a turn, which the transcript shows: the event belongs to a
 * task of a clip.
 *
 * @param event - The event.
 * @param types - All task types. While they are not known, every task counts.
 */
export function changesTurnState(event: LoggedEvent, types: TaskTypes): boolean {
  const step = stepOf(event);
  if (!event.type.startsWith('task_') || step === undefined) return false;
  const owner = types.find(({ steps }) => steps.some(({ name }) => name === step));
  return owner === undefined || owner.subject === 'clip';
}

function stepOf({ data }: LoggedEvent): unknown {
  const error = data['error'];
  const failed = typeof error === 'object' && error !== null && 'stage' in error;
  return failed ? error.stage : data['stage'];
}
