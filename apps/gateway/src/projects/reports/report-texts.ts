import { Injectable } from '@nestjs/common';
import { AppError } from '#platform';
import { ReportsRepository } from '#store';

/** Maximum length of all contents that are kept, in characters. */
const MAX_CHARACTERS = 16_000_000;

/**
 * The contents of reports as JSON. A report never changes, so the contents that were asked for last
 * are kept: a page that reloads costs neither a read nor the time to parse and write thousands of
 * entries.
 */
@Injectable()
export class ReportTexts {
  private readonly kept = new Map<string, string>();
  private characters = 0;

  constructor(private readonly reports: ReportsRepository) {}

  /** @throws AppError `not_found` when the report is gone */
  async contentOf(reportId: string): Promise<string> {
    const known = this.kept.get(reportId);
    if (known !== undefined) return known;
    const text = await this.reports.contentJson(reportId);
    if (text === null) throw new AppError('not_found', `There is no report ${reportId}.`);
    this.keep(reportId, text);
    return text;
  }

  private keep(reportId: string, text: string): void {
    if (this.kept.has(reportId) || text.length > MAX_CHARACTERS) return;
    this.kept.set(reportId, text);
    this.characters += text.length;
    for (const [oldest, { length }] of this.kept) {
      if (this.characters <= MAX_CHARACTERS) break;
      this.kept.delete(oldest);
      this.characters -= length;
    }
  }
}

/** The JSON of an object with a further property that is JSON already. @param object not empty */
export function withJson(object: object, property: string, json: string): string {
  return `${JSON.stringify(object).slice(0, -1)},${JSON.stringify(property)}:${json}}`;
}
