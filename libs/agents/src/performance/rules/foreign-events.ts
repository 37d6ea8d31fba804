import type { Clause } from './clauses.ts';
import { atStart, type FactPattern, type FoundParts } from './pattern.ts';

/** Events that projects plan for. */
const EVENTS = {
  de: '\\p{L}{0,20}(?:start|launch|release|abgabe|eröffnung|premiere|prototyp|beta|alpha|version|generalprobe|deadline|termin|probe|soundcheck|konzert|fest|festival|aufführung|vernissage|ausstellung|messe|lieferung|versand|aufbau|abbau|umzug|demo|workshop|kampagne|veröffentlichung|einweihung|richtfest|hochzeit|markt|basar|flohmarkt|turnier|übergabe|abnahme|baubeginn|drehstart|dreh|relaunch|sommerfest|ernte|lesung|gig)',
  fr: 'lancement|sortie|livraison|ouverture|démo|bêta|version|prototype|répétition|générale|balance|concert|festival|vernissage|exposition|première|inauguration|salon|atelier|campagne|spectacle|défilé|fête|tournage|mariage|marché|tournoi|kermesse|remise|réception|montage|démontage|avant-première|avant première|portes ouvertes|chantier',
  es: 'lanzamiento|entrega|apertura|demo|beta|versión|prototipo|estreno|ensayo|prueba de sonido|concierto|festival|inauguración|exposición|feria|taller|campaña|fiesta|desfile|montaje|desmontaje|rodaje|boda|función|mercado|torneo|recepción|obra|presentación|puesta en marcha|carrera',
} as const;

const NAMED = {
  de: new RegExp(`(?<![\\p{L}])(?:${EVENTS.de})(?![\\p{L}])`, 'iu'),
  fr: new RegExp(`(?<![\\p{L}])(?:${EVENTS.fr})(?![\\p{L}])`, 'iu'),
  es: new RegExp(`(?<![\\p{L}])(?:${EVENTS.es})(?![\\p{L}])`, 'iu'),
} as const;

/** Whether words name an event that projects plan for. */
export function isForeignEvent(words: string, language: keyof typeof EVENTS): boolean {
  return NAMED[language].test(words);
}

const DE = `(?:der |die |das |den |unsere? )?(?<what>${EVENTS.de})`;
const FR = `(?:le |la |les |l['’]|notre )?(?<what>(?:${EVENTS.fr})(?: (?!est|sera|a|aura|était|reste|prévue?|se)\\p{L}+)?)`;
const ES = `(?:el |la |los |las |nuestr[oa] )?(?<what>(?:${EVENTS.es})(?: del \\p{L}+)?(?: (?!es|queda|empieza|tiene|del|sale|comienza|está|será|se|fue|ha|ya|sigue|pasa)\\p{L}+)?)`;

const isSure = (_: FoundParts, { standing }: Clause) => !standing.unsure;

const planned = (pattern: string): FactPattern => ({
  ...{ type: 'milestone', status: 'planned', pattern: atStart(pattern), needs: 'date' },
});

/** By some days or weeks, without a new date. */
const bySpan = (status: 'moved' | 'brought forward', pattern: string): FactPattern => ({
  ...{ type: 'milestone', status, pattern: atStart(pattern) },
  ...{ needs: 'span', date: 'none', corrects: true },
});

const movedTo = (pattern: string): FactPattern => ({
  ...{ type: 'milestone', status: 'moved', pattern: atStart(pattern) },
  ...{ needs: 'date', date: 'last', corrects: true },
});

const undated = (status: 'postponed' | 'cancelled', pattern: string): FactPattern => ({
  ...{ type: 'milestone', status, pattern: atStart(`(?:${pattern})[.!]?$`) },
  ...{ date: 'none', accepts: isSure, corrects: status === 'postponed' },
});

/** "War für Freitag geplant" does not say that it took place. */
const NOT_CHANGED =
  '(?!.{0,60}(?:geplant|vorgesehen|angesetzt|verschoben|abgesagt|verlegt|prévue?|annulée?|reportée?|repoussée?|previst|cancelad|aplazad|pospuest))';

const reached = (pattern: string): FactPattern => ({
  ...{ type: 'milestone', status: 'reached', pattern: atStart(pattern), corrects: true },
});

/** "Wir haben die Beta veröffentlicht", "die Premiere war am Freitag". */
export const GERMAN_REACHED: readonly FactPattern[] = [
  reached(
    `(?:(?:wir haben|haben wir) (?:.{0,30} )?)${DE}(?: .{1,30})? (?:veröffentlicht|gestartet|eröffnet|erreicht|abgeschlossen|geschafft|ausgeliefert)`,
  ),
  reached(`${DE} (?:ging|gingen) (?:.{1,30} )?(?:raus|live|online)(?: .*)?`),
  { ...reached(`${DE} (?:war|fand) ${NOT_CHANGED}.+`), needs: 'date' },
];

/** "La sortie a eu lieu vendredi", "le lancement était hier". */
export const FRENCH_REACHED: readonly FactPattern[] = [
  { ...reached(`${FR} (?:a eu lieu|était|s['’]est passée?) ${NOT_CHANGED}.+`), needs: 'date' },
  reached(`${FR} est (?:sortie?|terminée?|parue?)(?: .*)?`),
];

/** "Hemos lanzado la beta", "el estreno fue el viernes". */
export const SPANISH_REACHED: readonly FactPattern[] = [
  reached(
    `(?:ya )?(?:hemos|han) (?:lanzado|publicado|inaugurado|estrenado|entregado) ${ES}(?: .*)?`,
  ),
  { ...reached(`${ES} (?:fue|tuvo lugar) ${NOT_CHANGED}.+`), needs: 'date' },
];

/** "Die Eröffnung ist am 10. März", "verschiebt sich um zwei Wochen", "ist abgesagt". */
export const GERMAN_EVENTS: readonly FactPattern[] = [
  bySpan('brought forward', `${DE} (?:wurde|wird|ist) .{0,20}um .{1,40}vorgezogen`),
  bySpan(
    'moved',
    `${DE} (?:wurde|wird|ist|hat sich) .{0,20}um .{1,40}(?:verschoben|verzögert|verlegt)`,
  ),
  bySpan('moved', `${DE} (?:verschiebt|verzögert|verspätet) sich .{0,20}um .+`),
  bySpan('moved', `wir verschieben ${DE} um .+`),
  movedTo(`${DE} (?:verschiebt sich|rutscht|wandert|verlegt sich) (?:.{1,30} )?(?:auf|in|bis) .+`),
  movedTo(
    `wir (?:ziehen|müssen|wollen) ${DE} (?:.{1,40} )?(?:auf|in) .+ (?:vor|vorziehen|verschieben|verlegen)`,
  ),
  {
    ...movedTo(
      `${DE} (?:ist|findet) nicht (?:mehr )?(?:am|im) .{1,30}(?:statt)?,? sondern (?:am|im|erst) .+`,
    ),
    negation: 'allowed',
  },
  undated(
    'postponed',
    `${DE} (?:liegt|ist|wurde|wird|bleibt) (?:\\p{L}+ )?(?:auf eis(?: gelegt)?|ausgesetzt|unterbrochen|bis auf weiteres (?:verschoben|ausgesetzt))(?: .{1,40})?`,
  ),
  undated('postponed', `${DE} (?:wurde|wird|ist) (?:\\p{L}+ )?(?:verschoben|vertagt)`),
  undated(
    'cancelled',
    `${DE} (?:wurde|wird|ist) (?:(?:wegen|aufgrund) .{1,40} )?(?:\\p{L}+ )?(?:abgesagt|gestrichen)`,
  ),
  undated('cancelled', `${DE} fällt (?:\\p{L}+ )?aus`),
  undated('cancelled', `wir sagen ${DE} ab`),
  planned(`${DE} (?:ist|startet|kommt|findet|steigt) .+`),
];

/** "L'ouverture est le 10 mars", "est reportée de deux semaines", "est annulée". */
export const FRENCH_EVENTS: readonly FactPattern[] = [
  bySpan('brought forward', `${FR} (?:est|a été|sera) avancée?s? d(?:e |['’]).+`),
  bySpan(
    'moved',
    `${FR} (?:est|a été|sera) (?:reportée?|repoussée?|décalée?|retardée?)s? d(?:e |['’]).+`,
  ),
  bySpan(
    'moved',
    `(?:nous|on) (?:reportons|repoussons|décalons|reporte|repousse|décale) ${FR} d(?:e |['’]).+`,
  ),
  movedTo(
    `(?:(?:nous|on|il) (?:devons|doit|faut|va|allons|avons dû|a dû|a décidé de|souhaite|veut) )?(?:repousser|reporter|décaler|avancer|déplacer) ${FR}(?: .{1,40})? (?:au|à|en) .+`,
  ),
  movedTo(
    `(?:nous avons|on a) (?:repoussé|reporté|décalé|avancé|déplacé) ${FR}(?: .{1,40})? (?:au|à|en) .+`,
  ),
  undated(
    'postponed',
    `${FR} (?:est|a été|reste) (?:\\p{L}+ )?(?:suspendue?|gelée?|mise? en pause|en suspens|en pause)s?(?: .{1,40})?`,
  ),
  undated('postponed', `${FR} (?:est|a été|sera) (?:\\p{L}+ )?(?:reportée?|repoussée?)s?`),
  undated(
    'cancelled',
    `${FR} (?:est|a été|sera) (?:\\p{L}+ )?annulée?s?(?: (?:à cause|en raison|faute|parce) .{1,60})?`,
  ),
  undated('cancelled', `(?:nous|on) (?:annulons|annule) ${FR}`),
  planned(`${FR} (?:est|sera|aura lieu|a lieu) .+`),
];

/** "La apertura es el 10 de marzo", "se retrasa dos semanas", "está cancelada". */
export const SPANISH_EVENTS: readonly FactPattern[] = [
  bySpan('brought forward', `${ES} se (?:adelanta|ha adelantado) .+`),
  bySpan('moved', `${ES} se (?:retrasa|aplaza|pospone|ha (?:retrasado|aplazado|pospuesto)) .+`),
  movedTo(
    `(?:(?:hay que|tenemos que|vamos a|debemos|hemos tenido que|toca) )?(?:aplazar|posponer|retrasar|mover|adelantar|pasar) ${ES}(?: .{1,40})? (?:al|a|hasta) .+`,
  ),
  movedTo(
    `hemos (?:aplazado|pospuesto|retrasado|movido|adelantado|pasado) ${ES}(?: .{1,40})? (?:al|a|hasta) .+`,
  ),
  undated(
    'postponed',
    `${ES} (?:está|queda|sigue|se queda) (?:\\p{L}+ )?(?:en pausa|suspendid[oa]|aplazad[oa]|parad[oa]|en el aire)(?: .{1,40})?`,
  ),
  undated('postponed', `${ES} (?:se (?:aplaza|pospone|ha aplazado)|está aplazad[oa])`),
  undated('cancelled', `${ES} (?:se (?:cancela|ha cancelado)|(?:está|queda|ha sido) cancelad[oa])`),
  undated('cancelled', `cancelamos ${ES}`),
  planned(`${ES} (?:es|será|empieza|comienza|tiene lugar) .+`),
];
