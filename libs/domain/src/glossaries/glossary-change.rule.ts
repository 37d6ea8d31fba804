import {
  MOST_GLOSSARY_ENTRIES,
  MOST_SOUNDS_LIKE,
  spokenForm,
  type GlossaryEntry,
} from '#contracts/model';

/** What comes of a change of a glossary. */
export type GlossaryChange =
  | { readonly kind: 'changed'; readonly entries: readonly GlossaryEntry[] }
  /** Two entries claim the same form. */
  | { readonly kind: 'conflict'; readonly form: string; readonly terms: readonly [string, string] }
  /** There would be more entries, or more forms of an entry, than a glossary may have. */
  | { readonly kind: 'full'; readonly term: string | null };

/**
 * Adds entries to a glossary. Of a term that it has already, the spelling is the new one, what it sounds
 * like is added, and a language that is given replaces the one before; so adding the same again changes
 * nothing.
 */
export function addEntries(
  entries: readonly GlossaryEntry[],
  added: readonly GlossaryEntry[],
): GlossaryChange {
  const byForm = new Map(entries.map((entry) => [spokenForm(entry.term), entry]));
  for (const entry of added) {
    const form = spokenForm(entry.term);
    const before = byForm.get(form);
    byForm.set(form, before === undefined ? entry : merged(before, entry));
  }
  return checked([...byForm.values()].map(tidied));
}

/**
 * Replaces one entry by another, in its place. When there is no such entry, the other is added: sending the
 * same change again has no effect.
 * @param replaced the term of the entry
 */
export function replaceEntry(
  entries: readonly GlossaryEntry[],
  replaced: string,
  entry: GlossaryEntry,
): GlossaryChange {
  const [form, next] = [spokenForm(replaced), tidied(entry)];
  const other = entries.find(
    ({ term }) => spokenForm(term) === spokenForm(next.term) && spokenForm(term) !== form,
  );
  if (other !== undefined) {
    return { kind: 'conflict', form: next.term, terms: [other.term, next.term] };
  }
  const isThere = entries.some(({ term }) => spokenForm(term) === form);
  if (!isThere) return checked([...entries, next]);
  return checked(entries.map((each) => (spokenForm(each.term) === form ? next : each)));
}

/** A glossary without one entry; the same when it has no such entry. */
export function withoutEntry(
  entries: readonly GlossaryEntry[],
  removed: string,
): readonly GlossaryEntry[] {
  return entries.filter(({ term }) => spokenForm(term) !== spokenForm(removed));
}

function merged(before: GlossaryEntry, entry: GlossaryEntry): GlossaryEntry {
  const soundsLike = [...before.soundsLike, ...entry.soundsLike];
  return { term: entry.term, soundsLike, language: entry.language ?? before.language };
}

/** Each form once; the term is no form of its own. */
function tidied({ term, soundsLike, language }: GlossaryEntry): GlossaryEntry {
  const forms = new Map(soundsLike.map((form) => [spokenForm(form), form] as const).reverse());
  forms.delete(spokenForm(term));
  return { term, soundsLike: [...forms.values()].reverse(), language };
}

/** A form belongs to one entry, or nobody could say what it stands for. */
function checked(entries: readonly GlossaryEntry[]): GlossaryChange {
  if (entries.length > MOST_GLOSSARY_ENTRIES) return { kind: 'full', term: null };
  const owners = new Map<string, string>();
  for (const { term, soundsLike } of entries) {
    if (soundsLike.length > MOST_SOUNDS_LIKE) return { kind: 'full', term };
    for (const form of [term, ...soundsLike]) {
      const other = owners.get(spokenForm(form));
      if (other !== undefined) return { kind: 'conflict', form, terms: [other, term] };
      owners.set(spokenForm(form), term);
    }
  }
  return { kind: 'changed', entries };
}
