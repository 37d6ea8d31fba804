import { MOST_GLOSSARY_ENTRIES, MOST_SOUNDS_LIKE, type GlossaryEntry } from '#contracts/model';
import type { GlossaryChange } from '#domain';
import { AppError } from '#platform';

/**
 * The entries after a change.
 * @throws AppError `glossary_conflict`, `glossary_full`
 */
export function decidedEntries(change: GlossaryChange): readonly GlossaryEntry[] {
  switch (change.kind) {
    case 'changed':
      return change.entries;
    case 'conflict': {
      const [one, other] = change.terms;
      const message = `"${change.form}" cannot stand for both "${one}" and "${other}".`;
      throw new AppError('glossary_conflict', message);
    }
    case 'full': {
      const message =
        change.term === null
          ? `A glossary has at most ${MOST_GLOSSARY_ENTRIES} entries.`
          : `"${change.term}" has more than ${MOST_SOUNDS_LIKE} forms.`;
      throw new AppError('glossary_full', message);
    }
  }
}
