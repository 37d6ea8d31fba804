import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** A word that somebody searches. It occurs where these characters do, in any case, also within others. */
export interface SearchedWord {
  readonly word: string;
  /** For `ILIKE`. */
  readonly pattern: string;
}

/** An index has three digits at least, and a byte has two. */
const LEAST_BYTES = 2;

/** @param search any text; no words for `undefined` */
export function searchedWords(search = ''): readonly SearchedWord[] {
  const words = search.split(/\s+/u).filter((word) => word !== '');
  return words.map((word) => ({ word, pattern: `%${word.replace(/[\\%_]/g, '\\$&')}%` }));
}

/** The condition that a word occurs in a text. */
export function occursIn(text: SQLWrapper, { pattern }: SearchedWord): SQL {
  return sql`${text} ILIKE ${pattern}`;
}

/**
 * The same for a text that has an index of its `search_bytes`. The index finds texts that may have the
 * word; whether they do is decided as without it.
 */
export function occursByIndex(text: SQLWrapper, searched: SearchedWord): SQL {
  const occurs = occursIn(text, searched);
  const { word } = searched;
  if (Buffer.byteLength(word) < LEAST_BYTES) return occurs;
  return sql`(search_bytes(${text}) LIKE '%' || search_bytes(${word}) || '%' AND ${occurs})`;
}
