import type { TaskWarning } from '#contracts/tasks';
import type { FinishedChunk } from '#store';

/** A clip is doubtful when at least this share of its words is. */
const LEAST_SHARE = 1 / 3;

/** Decides for a whole clip whether it was probably spoken in another language. */
export class LanguageTally {
  private words = 0;
  private doubtfulWords = 0;
  private first: TaskWarning | null = null;

  add({ segments, warnings }: FinishedChunk['result']): void {
    const count = segments.reduce((sum, segment) => sum + segment.words.length, 0);
    const doubt = warnings.find(({ code }) => code === 'language_unlikely');
    this.words += count;
    if (doubt === undefined) return;
    this.doubtfulWords += count;
    this.first ??= doubt;
  }

  /** One warning, at the first doubtful place, when it concerns much of the clip. */
  warnings(): readonly TaskWarning[] {
    const concerns = this.doubtfulWords >= this.words * LEAST_SHARE;
    return this.first !== null && concerns ? [this.first] : [];
  }
}
