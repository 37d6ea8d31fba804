import { Injectable } from '@nestjs/common';
import type { PreviewReplacement } from '#contracts/api';
import { MOST_REPLACED_PASSAGES } from '#contracts/model';
import { formIndex, foundForms, withTermsAt } from '#domain';
import { AppError } from '#platform';
import { ReplacementsRepository, type GlossaryScope, type NewPassage } from '#store';

/** Segments that are read at once; short enough that others are served in between. */
const SEGMENTS_AT_ONCE = 500;

/** What is to be replaced, and by what. */
export type Wanted = Pick<PreviewReplacement, 'term' | 'forms' | 'capitals'>;

/** Finds the passages in which something is to be replaced. */
@Injectable()
export class PassageFinder {
  constructor(private readonly replacements: ReplacementsRepository) {}

  /**
   * All of them, in order of their segments.
   * @throws AppError `replacement_too_large`
   */
  async find(scope: GlossaryScope, wanted: Wanted): Promise<readonly NewPassage[]> {
    const { term, forms, capitals } = wanted;
    const index = formIndex([{ term, soundsLike: forms, language: null }], { capitals });
    const searched = capitals ? [term, ...forms] : forms;
    const found: NewPassage[] = [];
    for (let after: string | null = null; ;) {
      const page = { after, limit: SEGMENTS_AT_ONCE };
      const candidates = await this.replacements.candidates(scope, searched, page);
      for (const { text: before, ...place } of candidates) {
        const places = foundForms(before, index);
        if (places.length > 0) found.push({ ...place, before, after: withTermsAt(before, places) });
      }
      if (found.length > MOST_REPLACED_PASSAGES) throw tooLarge();
      if (candidates.length < SEGMENTS_AT_ONCE) return found;
      after = candidates.at(-1)?.segmentId ?? null;
    }
  }
}

function tooLarge(): AppError {
  const message = `There are more than ${MOST_REPLACED_PASSAGES} passages.`;
  return new AppError('replacement_too_large', message);
}
