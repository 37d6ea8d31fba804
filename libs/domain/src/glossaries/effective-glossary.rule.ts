import {
  GLOSSARY_LEVELS,
  spokenForm,
  type EffectiveEntry,
  type GlossaryLevels,
} from '#contracts/model';

/**
 * The glossary by which a conversation is corrected: the entries of conversation, project and owner, of
 * which the nearest wins. A form that a nearer entry has, as its term or as what it sounds like, is taken
 * from those further away, also when theirs is for another language. An entry whose term is taken is left
 * out.
 * @returns the nearest first, each in the order of its glossary
 */
export function effectiveGlossary(levels: GlossaryLevels): readonly EffectiveEntry[] {
  const taken = new Set<string>();
  return GLOSSARY_LEVELS.flatMap((level) => {
    const left = levels[level].flatMap(({ term, soundsLike, language }): EffectiveEntry[] => {
      if (taken.has(spokenForm(term))) return [];
      const free = soundsLike.filter((form) => !taken.has(spokenForm(form)));
      return [{ term, soundsLike: free, language, level }];
    });
    // Only now, because the forms of a glossary do not shadow each other.
    for (const { term, soundsLike } of left) {
      for (const form of [term, ...soundsLike]) taken.add(spokenForm(form));
    }
    return left;
  });
}
