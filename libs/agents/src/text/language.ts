/** Languages that the rules read. */
export type Language = 'en' | 'de' | 'fr' | 'es';

/** Frequent words that occur in one of the languages only, and words of its dates. */
const WORDS: Readonly<Record<Exclude<Language, 'en'>, ReadonlySet<string>>> = {
  de: new Set(
    (
      'ich wir ihr und der das den dem des ein eine einen einer nicht ist sind war werden wird werde ' +
      'mit für auf bis zum zur vom von ab nach seit im am bei noch schon auch aber wenn dass sie er es ' +
      'die du dich mich uns sich bitte euch haben habe hab hat hatte kann unser unsere wurde um beschlossen müssen muss sollte heute morgen gestern übermorgen montag dienstag mittwoch ' +
      'donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember woche ' +
      'wochen monat monate jahr jahres ende mitte anfang nächste nächsten nächster letzte letzten'
    ).split(' '),
  ),
  fr: new Set(
    (
      "je tu il on de en te c nous vous ils le la les des du au aux un une et est sont était ne pas que qui j'ai " +
      'pour avec dans sur ce cette par mais si avant depuis jusqu fin mi va vais allons sera avons avez ont ai a je j l d notre nos n s demain hier ' +
      'aujourd lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin ' +
      'juillet août septembre octobre novembre décembre semaine semaines mois an prochain prochaine dernier dernière'
    ).split(' '),
  ),
  es: new Set(
    (
      'yo tú él te de en llevamos vendidas vendidos quedan hay queremos hacemos podemos nosotros ellos el la los las del al un una unos y es son era no que para con en por ' +
      'pero si antes desde hasta voy vamos va hemos he ha han tenemos estamos está están nuestro nuestra ya no me se lo será hoy mañana ayer lunes martes miércoles jueves viernes ' +
      'sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre ' +
      'diciembre semana semanas mes meses año finales mediados principios próximo próxima pasado pasada'
    ).split(' '),
  ),
};

const ENGLISH = new Set(
  (
    'i we you he she they it the a an and is are was were will not to of in on by for with at from this ' +
    'that but if have has had can must should today tomorrow yesterday monday tuesday wednesday thursday ' +
    'friday saturday sunday january february march june july october december week month year next last end'
  ).split(' '),
);

/** Letters that occur in one of the languages only. */
const LETTERS: Readonly<Record<Exclude<Language, 'en'>, RegExp>> = {
  de: /[äöüß]/u,
  fr: /[àèêëîôùûçœ]|\p{L}{3}ée?s?$/u,
  es: /[ñíóáú]/u,
};

/** "Parking's sorted" has the "s" of French "s'il" as well. */
const CONTRACTION = /(?<=\p{L})['’](?:s|re|ll|ve|m)(?!\p{L})/giu;

/** "No" alone does not make "no fireworks" Spanish. */
const NOT_SPANISH = /[wk]|th|sh|oo/u;

const LANGUAGES = ['de', 'fr', 'es'] as const;

/** "On a vendu" has two words that are English as well. */
const FRENCH_PAST =
  /(?<![\p{L}])on a (?:\d|\p{L}+ \d|(?:\p{L}+ )?(?:vendu|reçu|perdu|fini|fait|mis|pris|eu|\p{L}+é)(?:e?s)?(?![\p{L}]))/iu;

/** The language of a sentence, by its frequent words; English when that is not clear. */
export function languageOf(sentence: string): Language {
  const words = sentence.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  const count = (set: ReadonlySet<string>) => words.filter((word) => set.has(word)).length;
  // "Jana ruft die Druckerei an" ends with no article.
  const english =
    count(ENGLISH) - (words.at(-1) === 'an' ? 1 : 0) + (sentence.match(CONTRACTION)?.length ?? 0);
  const spelled = (letters: RegExp) => words.filter((word) => letters.test(word)).length;
  const spanishOnly =
    (/[¿¡]/u.test(sentence) ? 2 : 0) - words.filter((word) => NOT_SPANISH.test(word)).length;
  const scoreOf = (language: Exclude<Language, 'en'>) =>
    count(WORDS[language]) +
    spelled(LETTERS[language]) +
    (language === 'es' ? spanishOnly : 0) +
    (language === 'fr' && FRENCH_PAST.test(sentence) ? 2 : 0);
  const best = LANGUAGES.map((language) => ({ language, score: scoreOf(language) })).reduce(
    (most, each) => (each.score > most.score ? each : most),
  );
  return best.score > english ? best.language : 'en';
}
