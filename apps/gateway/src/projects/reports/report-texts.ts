import { Injectable } from '@nestjs/common';
import { AppError } from '#platform';
import { ReportsRepository } from '#store';

/** Maximum size of all contents that are kept. */
const MAX_BYTES = 16_000_000;

/**
 * The contents of reports as JSON. A report never changes, so the contents that were asked for last
 * are kept, as bytes: a page that reloads costs neither a read nor the time to parse, write and encode
 * thousands of entries.
 */
@Injectable()
export class ReportTexts {
  private readonly kept = new Map<string, Buffer>();
  private sizeBytes = 0;

  constructor(private readonly reports: ReportsRepository) {}

  /** @throws AppError `not_found` when the report is gone */
  async contentOf(reportId: string): Promise<Buffer> {
    const known = this.kept.get(reportId);
    if (known !== undefined) return known;
    const text = await this.reports.contentJson(reportId);
    if (text === null) throw new AppError('not_found', `There is no report ${reportId}.`);
    const bytes = Buffer.from(text);
    this.keep(reportId, bytes);
    return bytes;
  }

  private keep(reportId: string, bytes: Buffer): void {
    if (this.kept.has(reportId) || bytes.length > MAX_BYTES) return;
    this.kept.set(reportId, bytes);
    this.sizeBytes += bytes.length;
    for (const [oldest, { length }] of this.kept) {
      if (this.sizeBytes <= MAX_BYTES) break;
      this.kept.delete(oldest);
      this.sizeBytes -= length;
    }
  }
}

/**
 * The JSON of an object with a further property that is JSON already, in parts, so that a long one
 * is copied only when the answer is complete.
 * @param object not empty
 */
export function withJson(
  object: object,
  property: string,
  json: readonly Buffer[],
): readonly Buffer[] {
  const start = `${JSON.stringify(object).slice(0, -1)},${JSON.stringify(property)}:`;
  return [Buffer.from(start), ...json, Buffer.from('}')];
}
