import type { SummaryLanguage } from '#contracts/model';

/** What the rules say themselves in a summary; everything else of it is quoted. */
export interface Phrases {
  /** `{names}` and `{count}` are replaced. */
  readonly spokeOnce: string;
  readonly spoke: string;
  /** Who spoke when nobody is named. */
  readonly somebody: string;
  /** Between the last two names. */
  readonly and: string;
  /** `{count}` is at least 2. */
  readonly others: string;
  /** `{topics}` is replaced. */
  readonly topics: string;
  readonly nothing: string;
}

/** The phrases of each language. */
export const PHRASES: Readonly<Record<SummaryLanguage, Phrases>> = {
  en: {
    spokeOnce: '{names} spoke in {count} turn.',
    spoke: '{names} spoke in {count} turns.',
    somebody: 'Somebody',
    and: 'and',
    others: '{count} others',
    topics: 'Topics: {topics}.',
    nothing: 'Nothing was said.',
  },
  de: {
    spokeOnce: 'Gesprochen: {names}, {count} Beitrag.',
    spoke: 'Gesprochen: {names}, {count} Beiträge.',
    somebody: 'jemand',
    and: 'und',
    others: '{count} weitere',
    topics: 'Themen: {topics}.',
    nothing: 'Es wurde nichts gesagt.',
  },
  fr: {
    spokeOnce: 'Participants : {names}, {count} intervention.',
    spoke: 'Participants : {names}, {count} interventions.',
    somebody: "quelqu'un",
    and: 'et',
    others: '{count} autres',
    topics: 'Thèmes : {topics}.',
    nothing: "Rien n'a été dit.",
  },
  es: {
    spokeOnce: 'Participantes: {names}, {count} intervención.',
    spoke: 'Participantes: {names}, {count} intervenciones.',
    somebody: 'alguien',
    and: 'y',
    others: '{count} más',
    topics: 'Temas: {topics}.',
    nothing: 'No se dijo nada.',
  },
  it: {
    spokeOnce: 'Partecipanti: {names}, {count} intervento.',
    spoke: 'Partecipanti: {names}, {count} interventi.',
    somebody: 'qualcuno',
    and: 'e',
    others: 'altri {count}',
    topics: 'Temi: {topics}.',
    nothing: 'Non è stato detto nulla.',
  },
  pt: {
    spokeOnce: 'Participantes: {names}, {count} intervenção.',
    spoke: 'Participantes: {names}, {count} intervenções.',
    somebody: 'alguém',
    and: 'e',
    others: 'mais {count}',
    topics: 'Temas: {topics}.',
    nothing: 'Nada foi dito.',
  },
  nl: {
    spokeOnce: 'Aan het woord: {names}, {count} bijdrage.',
    spoke: 'Aan het woord: {names}, {count} bijdragen.',
    somebody: 'iemand',
    and: 'en',
    others: '{count} anderen',
    topics: 'Onderwerpen: {topics}.',
    nothing: 'Er werd niets gezegd.',
  },
};

/** For any other language: the same without words. */
export const NO_WORDS: Phrases = {
  spokeOnce: '{names} ({count})',
  spoke: '{names} ({count})',
  somebody: '?',
  and: ',',
  others: '+{count}',
  topics: '{topics}',
  nothing: '–',
};
