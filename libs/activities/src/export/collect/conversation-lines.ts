import type { z } from 'zod';
import type {
  exportedClipSchema,
  exportedCorrectionSchema,
  ExportedConversation,
  exportedExchangeSchema,
  exportedItemMarkSchema,
  exportedMemorySchema,
  exportedSegmentSchema,
  ExportedSummary,
  ExportedSummaryEdit,
  exportedTurnSchema,
  exportedVersionSchema,
} from '#contracts/export';
import type { SummaryContent, SummaryEvidence, SummaryPoint } from '#contracts/model';
import type { ExportSnapshot } from '#store';

/** All that reads rows. */
type Rows = PublicOf<ExportSnapshot> &
  PublicOf<ExportSnapshot['texts']> &
  PublicOf<ExportSnapshot['results']> &
  PublicOf<ExportSnapshot['speakers']>;

/** Without its private members, which would make the classes incompatible. */
type PublicOf<Class> = Pick<Class, keyof Class>;

/** The row that a method of the snapshot reads. */
export type RowOf<Method extends keyof Rows> = Rows[Method] extends (
  ...args: never[]
) => AsyncGenerator<infer Row>
  ? Row
  : never;

/** What is said of a conversation itself. */
export function conversationFields(
  row: RowOf<'conversations'>,
): ExportedConversation['conversation'] {
  const { id, ownerId, projectId, title, tags, revision, createdAt, updatedAt } = row;
  const { summaryStyle, transcriptStyle } = row;
  const glossary = exportedGlossary(row.glossary);
  const archivedAt = row.archivedAt?.toISOString() ?? null;
  const times = {
    ...{ archivedAt, createdAt: createdAt.toISOString() },
    updatedAt: updatedAt.toISOString(),
  };
  const styles = { summaryStyle, transcriptStyle, ...languageSet(row) };
  return { id, ownerId, projectId, title, tags, glossary, ...styles, revision, ...times };
}

/** Left out when nothing is set, so that readers from before it was added know the rest. */
export function languageSet({
  spokenLanguage,
}: Readonly<{ spokenLanguage: string | null }>): Readonly<{ spokenLanguage?: string }> {
  return spokenLanguage === null ? {} : { spokenLanguage };
}

/** A glossary as files have it. */
export function exportedGlossary(
  glossary: RowOf<'conversations'>['glossary'],
): ExportedConversation['conversation']['glossary'] {
  return glossary.map((entry) =>
    typeof entry === 'string' ? entry : { ...entry, soundsLike: [...entry.soundsLike] },
  );
}

export function exchangeLine({
  id,
  createdAt,
}: RowOf<'exchanges'>): z.output<typeof exportedExchangeSchema> {
  return { id, createdAt: createdAt.toISOString() };
}

export function turnLine({
  id,
  exchangeId,
  speaker,
  voiceLabel,
  givenSpeaker,
  createdAt,
}: RowOf<'turns'>): z.output<typeof exportedTurnSchema> {
  return {
    ...{ id, exchangeId, speaker },
    ...(voiceLabel === null ? {} : { voiceLabel }),
    ...(givenSpeaker === null ? {} : { givenSpeaker }),
    createdAt: createdAt.toISOString(),
  };
}

/** @param path where the recording is, from the folder of the conversation */
export function clipLine(row: RowOf<'clips'>, path: string): z.output<typeof exportedClipSchema> {
  const { id, turnId, fileName, sizeBytes, sha256, durationMs } = row;
  const { container, codec, channels, sampleRateHz, createdAt } = row;
  return {
    ...{ id, turnId, fileName, path, sizeBytes, sha256, durationMs },
    ...{ container, codec, channels, sampleRateHz, createdAt: createdAt.toISOString() },
  };
}

export function segmentLine(row: RowOf<'segments'>): z.output<typeof exportedSegmentSchema> {
  const { id, turnId, clipId, position, startMs, endMs } = row;
  const { raw, corrected, edited, confidence, words, language } = row;
  const place = { id, turnId, clipId, position, startMs, endMs };
  const known = language === null ? {} : { language };
  return { ...place, raw, corrected, edited, confidence, words, ...known };
}

export function correctionLine(
  row: RowOf<'corrections'>,
): z.output<typeof exportedCorrectionSchema> {
  const { segmentId, position, engine, outcome, rule, reason } = row;
  const { startIndex, endIndex, before, after, createdAt } = row;
  return {
    ...{ segmentId, position, engine, outcome, rule, reason },
    ...{ startIndex, endIndex, before, after, createdAt: createdAt.toISOString() },
  };
}

export function versionLine(row: RowOf<'versions'>): z.output<typeof exportedVersionSchema> {
  const { id, turnId, clipId, revision, createdAt } = row;
  const segments = row.segments.map((each) => ({ ...each, words: [...each.words] }));
  return { id, turnId, clipId, revision, segments, createdAt: createdAt.toISOString() };
}

export function summaryLine(row: RowOf<'summaries'>): ExportedSummary {
  const { id, conversationId, revision, content, turnCount, engine, createdAt } = row;
  const { evidence, template, language } = row;
  const made = { id, conversationId, revision, turnCount, engine, template, language };
  return {
    ...{ ...made, ...contentOf(content), createdAt: createdAt.toISOString() },
    evidence: evidence && { ...evidence, coverage: coverageOf(evidence) },
  };
}

export function summaryEditLine(row: RowOf<'summaryEdits'>): ExportedSummaryEdit {
  const { id, base, content, editedAt } = row;
  const { taskId: _taskId, ...summary } = base;
  return {
    ...{ id, base: summary, content: content && contentOf(content) },
    editedAt: editedAt.toISOString(),
  };
}

function coverageOf({ coverage }: SummaryEvidence) {
  const [first, second, last] = coverage.thirds;
  return { ...coverage, thirds: [first, second, last] satisfies [number, number, number] };
}

function contentOf(content: SummaryContent) {
  const { overview, attendees, topics, keyPoints, decisions, actionItems } = content;
  return {
    overview,
    ...(attendees === undefined ? {} : { attendees: [...attendees] }),
    ...(topics === undefined ? {} : { topics: [...topics] }),
    keyPoints: keyPoints.map(ofTurns),
    decisions: decisions.map(ofTurns),
    actionItems: actionItems.map(ofTurns),
  };
}

export function itemMarkLine(
  row: RowOf<'actionItemMarks'>,
): z.output<typeof exportedItemMarkSchema> {
  const { turnId, mark, markedAt } = row;
  const { text, who, when, certainty } = row.item;
  const item = { text, who, when, ...(certainty === undefined ? {} : { certainty }) };
  return { turnId, mark, ...item, markedAt: markedAt.toISOString() };
}

function ofTurns<Point extends SummaryPoint>({ turnIds, segments, ...point }: Point) {
  const cited = { turnIds: [...turnIds] };
  return { ...point, ...cited, ...(segments === undefined ? {} : { segments: [...segments] }) };
}

export function memoryLine(row: RowOf<'memories'>): z.output<typeof exportedMemorySchema> {
  const { id, ownerId, conversationId, exchangeId, narrative, priorDialogue } = row;
  const { significance, significanceValue, reason, engine, rubricVersion, scoredAt } = row;
  const { pinned, autoPinned, decidedByPerson, createdAt } = row;
  return {
    ...{ id, ownerId, conversationId, exchangeId, narrative, priorDialogue },
    ...{ significance, significanceValue, reason, engine, rubricVersion },
    ...{ scoredAt: scoredAt?.toISOString() ?? null, pinned, autoPinned, decidedByPerson },
    createdAt: createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    ...(row.keptAt ? { keptAt: row.keptAt.toISOString() } : {}),
    earlierNarratives: row.earlier.map((each) => ({
      narrative: each.narrative,
      replacedAt: new Date(each.replacedAt).toISOString(),
    })),
  };
}
