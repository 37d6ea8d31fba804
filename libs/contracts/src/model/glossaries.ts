/** What a glossary can belong to, the nearest to what was said first. */
export const GLOSSARY_LEVELS = ['conversation', 'project', 'owner'] as const;
export type GlossaryLevel = (typeof GLOSSARY_LEVELS)[number];

/** Most entries of one glossary. */
export const MOST_GLOSSARY_ENTRIES = 500;
/** Most forms of one entry. */
export const MOST_SOUNDS_LIKE = 20;

/** A name or term in its correct spelling. */
export interface GlossaryEntry {
  readonly term: string;
  /** Other spellings of what it sounds like, in which it was heard: "Kyto" for "Kaito". */
  readonly soundsLike: readonly string[];
  /** Code of the language (ISO 639) of the texts that it is for; `null` for all. */
  readonly language: string | null;
}

/** An entry as it is stored and sent: the term alone, when it has nothing else. */
export type CompactEntry =
  | string
  | {
      readonly term: string;
      readonly soundsLike: readonly string[];
      readonly language: string | null;
    };

/** The glossaries that a conversation can use. */
export type GlossaryLevels = Readonly<Record<GlossaryLevel, readonly GlossaryEntry[]>>;

/** An entry with the glossary that it is from. */
export interface EffectiveEntry extends GlossaryEntry {
  readonly level: GlossaryLevel;
}

/** Reads the compact form of a glossary. */
export function glossaryEntries(stored: readonly CompactEntry[]): readonly GlossaryEntry[] {
  return stored.map((entry) => {
    if (typeof entry === 'string') return { term: entry, soundsLike: [], language: null };
    const { term, soundsLike, language } = entry;
    return { term, soundsLike, language };
  });
}

/** The compact form of a glossary. */
export function compactGlossary(entries: readonly GlossaryEntry[]): CompactEntry[] {
  return entries.map(({ term, soundsLike, language }) =>
    soundsLike.length === 0 && language === null ? term : { term, soundsLike, language },
  );
}

/** The terms of a glossary, as those see it who know no more than its terms. */
export function termsOf(stored: readonly CompactEntry[]): string[] {
  return glossaryEntries(stored).map(({ term }) => term);
}

/** The form in which terms are compared: case and white space make no other term. */
export function spokenForm(text: string): string {
  return text.normalize('NFC').toLowerCase().split(/\s+/u).filter(Boolean).join(' ');
}

/**
 * A glossary with these terms and no others. Entries that stay keep what they sound like; the same term
 * twice is one entry.
 */
export function withTerms(
  entries: readonly GlossaryEntry[],
  terms: readonly string[],
): readonly GlossaryEntry[] {
  const known = new Map(entries.map((entry) => [spokenForm(entry.term), entry]));
  const right = new Set(terms.map(spokenForm));
  const kept = new Map<string, GlossaryEntry>();
  for (const term of terms) {
    const form = spokenForm(term);
    if (kept.has(form)) continue;
    const { soundsLike = [], language = null } = known.get(form) ?? {};
    const wrong = soundsLike.filter((other) => !right.has(spokenForm(other)));
    kept.set(form, { term, soundsLike: wrong, language });
  }
  return [...kept.values()];
}
