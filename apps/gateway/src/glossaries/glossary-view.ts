import type { EffectiveGlossary, Glossary, GlossaryEntryView } from '#contracts/api';
import type { EffectiveEntry, GlossaryEntry } from '#contracts/model';
import { glossaryEntryId, type GlossaryRecord } from '#store';

/** A glossary as the API shows it. */
export function toGlossary({ level, id, ownerId, entries, changedAt }: GlossaryRecord): Glossary {
  return {
    ...{ level, id, ownerId },
    entries: entries.map(toEntry),
    changedAt: changedAt?.toISOString() ?? null,
  };
}

/** The glossary of a conversation with those further away, as the API shows it. */
export function toEffectiveGlossary(entries: readonly EffectiveEntry[]): EffectiveGlossary {
  return { entries: entries.map((entry) => ({ ...toEntry(entry), level: entry.level })) };
}

function toEntry(entry: GlossaryEntry): GlossaryEntryView {
  const { term, soundsLike, language } = entry;
  return { id: glossaryEntryId(entry), term, soundsLike: [...soundsLike], language };
}
