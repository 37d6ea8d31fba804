import type { z } from 'zod';
import type {
  exportedDecisionSchema,
  exportedDocumentPartSchema,
  exportedDocumentSchema,
  exportedEventSchema,
  exportedFactSchema,
  exportedProjectSchema,
  exportedReportSchema,
} from '#contracts/export';
import { languageSet, type RowOf } from './conversation-lines.ts';

/** What a file says, of values that cannot be changed. */
type Line<Schema extends z.ZodType> = DeepReadonly<z.output<Schema>>;
type DeepReadonly<Value> = Value extends object
  ? { readonly [Name in keyof Value]: DeepReadonly<Value[Name]> }
  : Value;

/** What is said of a project itself. */
export function projectFields(
  row: RowOf<'projects'>,
): Line<typeof exportedProjectSchema>['project'] {
  const { id, ownerId, name, currency, timeZone, refresh, plan, createdAt, updatedAt } = row;
  const { glossary, summaryStyle, transcriptStyle } = row;
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  const words = { plan, glossary, summaryStyle, transcriptStyle, ...languageSet(row) };
  return { id, ownerId, name, currency, timeZone, refresh, ...words, ...times };
}

/** @param paths where it and what was read of it are, from the folder of the project */
export function documentLine(
  row: RowOf<'documents'>,
  paths: { readonly path: string; readonly partsPath: string | null },
): Line<typeof exportedDocumentSchema> {
  const { id, fileName, sizeBytes, sha256, writtenOn, format, partCount, errorCode } = row;
  const read = { sizeBytes, sha256, writtenOn, format, partCount, errorCode };
  return { id, fileName, ...paths, ...read, createdAt: row.createdAt.toISOString() };
}

export function documentPartLine({
  part,
  place,
  text,
  cells,
}: RowOf<'documentParts'>): Line<typeof exportedDocumentPartSchema> {
  return { part, place, text, cells };
}

export function factLine(row: RowOf<'facts'>): Line<typeof exportedFactSchema> {
  const { id, agent, sourceId, type, label, value, on, who, status, category } = row;
  const { certainty, corrects, clear, quote, citation, speaker, saidOn, position } = row;
  return {
    ...{ id, agent, sourceId, type, label, value, on, who, status, category },
    ...{ certainty, corrects, clear, quote, citation, speaker, saidOn },
    ...{ saidAt: row.saidAt.toISOString(), position },
  };
}

export function decisionLine({
  factId,
  agent,
  decision,
  decidedAt,
}: RowOf<'decisions'>): Line<typeof exportedDecisionSchema> {
  return { factId, agent, decision, decidedAt: decidedAt.toISOString() };
}

export function reportLine(row: RowOf<'reports'>): Line<typeof exportedReportSchema> {
  const { id, agent, cause, engine, complete, counts, content, createdAt } = row;
  const made = { id, agent, cause, engine, complete };
  return { ...made, counts, content, createdAt: createdAt.toISOString() };
}

export function eventLine(row: RowOf<'events'>): Line<typeof exportedEventSchema> {
  const { sequence, type, ownerId, conversationId, taskId, data, createdAt } = row;
  const of = { ownerId, conversationId, taskId };
  return { sequence, type, ...of, data: { ...data }, createdAt: createdAt.toISOString() };
}
