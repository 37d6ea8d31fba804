import type { DomainEvent } from '../events/domain-events.ts';
import { DIVISION, PROBED, SETTINGS } from './shared-fields.ts';

/**
 * What becomes of a field of an event when its owner is erased: a fact (id, number, time, code, name of
 * a program) stays; words (whatever a person has said, written or named, and what identifies their
 * files) go. Fields of objects and of the items of lists have rules of their own.
 */
type FieldRule<Value> = Value extends readonly (infer Item)[]
  ? Item extends object
    ? { readonly each: FieldRules<Item> }
    : 'fact' | 'words'
  : Value extends object
    ? FieldRules<Value>
    : string extends Value
      ? 'fact' | 'words'
      : 'fact';

/** A rule for every field; the compiler asks for those of new fields. */
type FieldRules<Data> = [keyof Data] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Field in keyof Required<Data>]: FieldRule<NonNullable<Data[Field]>> };

type DataIn<Event, Type> = Event extends { readonly type: infer Known; readonly data: infer Data }
  ? Type extends Known
    ? Data
    : never
  : never;

/** The rules for the data of every type of event; the compiler asks for those of new types. */
type EventRules = {
  readonly [Type in DomainEvent['type']]: FieldRules<DataIn<DomainEvent, Type>>;
};

const OF_PROJECT = { projectId: 'fact' } as const;
const OF_MEMORY = { memoryId: 'fact' } as const;
const OF_DOCUMENT = { ...OF_PROJECT, documentId: 'fact' } as const;
const OF_CLIP = { clipId: 'fact', turnId: 'fact', exchangeId: 'fact' } as const;
const OF_RUN = { attempt: 'fact' } as const;
const OF_REVISION = { revision: 'fact' } as const;
const START = { ...OF_RUN, runId: 'fact', firstRunId: 'fact', stage: 'fact' } as const;
const PROJECT_SETTINGS = { currency: 'fact', timeZone: 'fact', refresh: 'fact' } as const;

const RULES: EventRules = {
  conversation_created: { title: 'words', tags: 'words', projectId: 'fact', madeAt: 'fact' },
  conversation_changed: { changed: 'fact', projectId: 'fact' },
  conversation_imported: { ...OF_RUN, ...OF_REVISION },
  conversation_deleted: {},
  conversation_restored: {},
  conversation_purged: {},
  exchange_added: {
    ...OF_REVISION,
    madeAt: 'fact',
    exchangeId: 'fact',
    turns: { each: { turnId: 'fact', speaker: 'words' } },
    priority: 'fact',
  },
  clip_received: {
    ...{ madeAt: 'fact', exchangeId: 'fact', turnId: 'fact', clipId: 'fact', taskId: 'fact' },
    speaker: 'words',
    others: { each: { turnId: 'fact', speaker: 'words' } },
    fileName: 'words',
    sizeBytes: 'fact',
    // Whoever has the recording could tell by it that it was here.
    sha256: 'words',
    probed: PROBED,
    part: { splitFrom: 'fact', track: 'fact', channel: 'fact' },
  },
  clip_audio_removed: { clipId: 'fact' },
  transcript_removed: OF_REVISION,
  exchange_deleted: { ...OF_REVISION, exchangeId: 'fact', clips: 'fact' },
  exchange_restored: { ...OF_REVISION, exchangeId: 'fact', clips: 'fact' },
  exchange_purged: { exchangeId: 'fact' },
  clip_deleted: { ...OF_REVISION, ...OF_CLIP },
  clip_restored: { ...OF_REVISION, ...OF_CLIP },
  clip_purged: OF_CLIP,
  action_item_marked: { itemId: 'fact', turnId: 'fact', state: 'fact' },
  summary_edited: { editId: 'fact', summaryId: 'fact', undone: 'fact' },
  speakers_changed: {
    ...OF_REVISION,
    ...{ changeId: 'fact', undone: 'fact' },
    division: DIVISION,
  },
  summary_removed: { summaryId: 'fact' },
  segment_edited: { ...OF_REVISION, segmentId: 'fact', turnId: 'fact', undone: 'fact' },
  clip_probed: { ...OF_RUN, clipId: 'fact', probe: { ...PROBED, hasVideo: 'fact' } },
  clip_transcribed: {
    ...OF_RUN,
    ...OF_REVISION,
    ...{ clipId: 'fact', turnId: 'fact', engine: 'fact', durationMs: 'fact' },
    ...{ segmentCount: 'fact', wordCount: 'fact' },
  },
  speakers_told: {
    ...OF_RUN,
    ...DIVISION,
    clipId: 'fact',
    revision: 'fact',
  },
  segments_corrected: {
    ...OF_RUN,
    ...OF_REVISION,
    ...{ engine: 'fact', segmentCount: 'fact', changedCount: 'fact' },
  },
  summary_written: { ...OF_RUN, ...OF_REVISION, summaryId: 'fact', engine: 'fact' },
  task_created: {
    ...{ type: 'fact', clipId: 'fact', workflowId: 'fact', total: 'fact', urgent: 'fact' },
    entity: { kind: 'fact', id: 'fact' },
    settings: SETTINGS,
    priority: 'fact',
  },
  task_started: START,
  task_reopened: START,
  task_run_changed: { ...OF_RUN, runId: 'fact' },
  task_completed: {
    ...OF_RUN,
    stage: 'fact',
    warnings: { each: { code: 'fact', message: 'words', atMs: 'fact' } },
  },
  task_failed: {
    ...OF_RUN,
    error: {
      ...{ code: 'fact', stage: 'fact', retryable: 'fact' },
      message: 'words',
      nextAction: 'words',
    },
  },
  task_cancel_requested: OF_RUN,
  task_cancelled: OF_RUN,
  task_retried: { ...OF_RUN, settings: SETTINGS, workflowId: 'fact' },
  project_created: { ...OF_PROJECT, ...PROJECT_SETTINGS, madeAt: 'fact' },
  project_changed: { ...OF_PROJECT, ...PROJECT_SETTINGS, changed: 'fact' },
  project_deleted: { ...OF_PROJECT, restorable: 'fact' },
  project_restored: OF_PROJECT,
  project_purged: OF_PROJECT,
  document_added: {
    ...OF_DOCUMENT,
    ...{ madeAt: 'fact', taskId: 'fact', sizeBytes: 'fact', writtenOn: 'fact' },
    sha256: 'words',
  },
  document_read: { ...OF_RUN, ...OF_DOCUMENT, format: 'fact', partCount: 'fact' },
  document_deleted: OF_DOCUMENT,
  document_restored: OF_DOCUMENT,
  document_purged: OF_DOCUMENT,
  document_removed: OF_DOCUMENT,
  fact_decided: { ...OF_PROJECT, agent: 'fact', factId: 'fact', kind: 'fact' },
  report_written: {
    ...OF_RUN,
    ...OF_PROJECT,
    ...{ agent: 'fact', reportId: 'fact', cause: 'fact', engine: 'fact', complete: 'fact' },
  },
  report_removed: { ...OF_PROJECT, agent: 'fact', reportId: 'fact' },
  memory_written: { ...OF_MEMORY, exchangeId: 'fact' },
  memory_edited: OF_MEMORY,
  memory_kept: OF_MEMORY,
  memory_deleted: OF_MEMORY,
  memory_restored: OF_MEMORY,
  memory_purged: OF_MEMORY,
  memory_significance_set: {
    ...OF_MEMORY,
    ...{ significance: 'fact', value: 'fact', engine: 'fact', rubricVersion: 'fact' },
  },
  memory_pin_changed: { ...OF_MEMORY, pinned: 'fact', autoPinned: 'fact' },
  installation_restored: {
    ...{ backupId: 'fact', takenAt: 'fact', eventNumber: 'fact', restorePointId: 'fact' },
    rows: 'fact',
  },
  projection_repaired: { table: 'fact', rowId: 'fact', fields: 'fact' },
  owner_erased: { erasureId: 'fact' },
  owner_glossary_changed: {},
};

/** The rule of a field as it is applied, whatever the type of the event. */
type AnyRule = 'fact' | 'words' | { readonly each: AnyRules } | AnyRules;
interface AnyRules {
  readonly [field: string]: AnyRule;
}

/**
 * The data of an event without words. Fields that this version does not know, which another one may
 * have written, are left out.
 */
export function withoutWords(
  type: DomainEvent['type'],
  data: object,
): Readonly<Record<string, unknown>> {
  return knownFields(RULES[type], data);
}

function knownFields(rules: AnyRules, data: object): Readonly<Record<string, unknown>> {
  const kept = Object.entries(data).flatMap(([field, value]): readonly [string, unknown][] => {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
    return rule === undefined ? [] : [[field, erasedValue(rule, value)]];
  });
  return Object.fromEntries(kept);
}

function erasedValue(rule: AnyRule, value: unknown): unknown {
  if (rule === 'fact' || value === null) return value;
  if (rule === 'words') return Array.isArray(value) ? [] : '';
  if (typeof value !== 'object') return null;
  if (!isOfItems(rule)) return knownFields(rule, value);
  if (!Array.isArray(value)) return [];
  const items: readonly unknown[] = value;
  return items.map((item) =>
    typeof item === 'object' && item !== null ? knownFields(rule.each, item) : null,
  );
}

/** No event has a field that is called `each`. */
function isOfItems(
  rule: AnyRules | { readonly each: AnyRules },
): rule is { readonly each: AnyRules } {
  return typeof rule['each'] === 'object';
}
