import { and, asc, eq, gt, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { occursByIndex, searchedWords, type SearchedWord } from '../database/searched-words.ts';
import type { GlossaryScope } from '../glossaries/glossary.records.ts';
import { isOfScope } from '../glossaries/outdated-conversations.ts';
import { conversations, segments } from '../schema/index.ts';
import type { CandidatePassage } from './replacement.records.ts';

/** What is shown of a segment; the index of words has the same expression. */
const SHOWN = sql<string>`coalesce(${segments.edited}, ${segments.corrected}, ${segments.raw})`;
/** Marks and spaces that may be others in a text than in a form. */
const NO_WORD = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * The segments of a scope that have all words of at least one form somewhere, in order of their ids.
 * @param after id of the last segment before them
 */
export async function candidatePassages(
  db: Database,
  scope: GlossaryScope,
  forms: readonly string[],
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly CandidatePassage[]> {
  const { id: segmentId, conversationId, turnId } = segments;
  const found = forms.flatMap(allWords);
  if (found.length === 0) return [];
  return db
    .select({ segmentId, conversationId, turnId, text: SHOWN })
    .from(segments)
    .innerJoin(conversations, eq(conversations.id, conversationId))
    .where(and(isOfScope(scope), or(...found), after === null ? undefined : gt(segmentId, after)))
    .orderBy(asc(segmentId))
    .limit(limit);
}

function allWords(form: string): readonly SQL[] {
  const words = searchedWords(form.replace(NO_WORD, ' '));
  const all = and(...words.map((word: SearchedWord) => occursByIndex(SHOWN, word)));
  return all === undefined ? [] : [all];
}
