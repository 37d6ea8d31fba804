import { and, eq, inArray, sql } from 'drizzle-orm';
import { withSpans, type CorrectionSpan } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { correctionChanges } from '../schema/index.ts';
import { keepUndone, type UndonePlace } from './undone.rule.ts';

/** A row of the audit log of corrections. */
export type CorrectionChangeRecord = typeof correctionChanges.$inferSelect;

/** A correction of a segment, as it is stored. */
export interface SpannedCorrection {
  readonly segmentId: string;
  readonly raw: string;
  readonly spans: readonly CorrectionSpan[];
}

/** A correction with the text that its spans make. */
export interface AppliedCorrection extends SpannedCorrection {
  /** `null` when nothing is changed. */
  readonly corrected: string | null;
}

const COLUMNS = [
  ...(['segmentId', 'position', 'taskId', 'engine', 'outcome', 'rule', 'reason'] as const),
  ...(['startIndex', 'endIndex', 'before', 'after'] as const),
];

/** The corrections without what people have undone in earlier ones of the same texts. */
export async function withoutUndone(
  tx: Transaction,
  corrections: readonly SpannedCorrection[],
): Promise<readonly AppliedCorrection[]> {
  const ids = corrections.map(({ segmentId }) => segmentId);
  const rows = await tx
    .select()
    .from(correctionChanges)
    .where(and(inArray(correctionChanges.segmentId, ids), eq(correctionChanges.outcome, 'undone')));
  const undone = Map.groupBy(rows.flatMap(placeOf), ({ segmentId }) => segmentId);
  return corrections.map((correction) => {
    const { segmentId, raw } = correction;
    const spans = keepUndone(correction.spans, undone.get(segmentId) ?? []);
    return { segmentId, raw, spans, corrected: correctedText(raw, spans) };
  });
}

/** The text that spans make; `null` when it is as it was heard. */
export function correctedText(raw: string, spans: readonly CorrectionSpan[]): string | null {
  const text = withSpans(raw, spans);
  return text === raw ? null : text;
}

/** Replaces the audit rows of segments. */
export async function auditSpans(
  tx: Transaction,
  { taskId, engine }: { readonly taskId: string; readonly engine: string },
  corrections: readonly SpannedCorrection[],
): Promise<void> {
  const rows = corrections.flatMap(({ segmentId, spans }) =>
    spans.map(({ start, end, ...span }, position) => ({
      ...{ rule: null, reason: null, ...span },
      ...{ segmentId, position, taskId, engine, startIndex: start, endIndex: end },
    })),
  );
  const ids = sql.param(corrections.map(({ segmentId }) => segmentId));
  await tx.delete(correctionChanges).where(sql`${correctionChanges.segmentId} = ANY(${ids})`);
  await insertRows(tx, correctionChanges, COLUMNS, rows);
}

function placeOf(row: CorrectionChangeRecord): (UndonePlace & { readonly segmentId: string })[] {
  const span = spanOf(row);
  return span?.outcome === 'undone' ? [{ ...span, segmentId: row.segmentId }] : [];
}

/** A row as a span; `null` for rows of earlier versions, which have no place. */
export function spanOf(row: CorrectionChangeRecord): CorrectionSpan | null {
  const { startIndex, endIndex, before, after, outcome, rule, reason } = row;
  if (startIndex === null || endIndex === null) return null;
  const place = { start: startIndex, end: endIndex, before, after };
  if (outcome === 'refused') return reason === null ? null : { ...place, outcome, reason };
  return rule === null ? null : { ...place, outcome, rule };
}
