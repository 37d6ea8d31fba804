import type { Clause } from './clauses.ts';
import { atStart, type FactPattern, type FoundParts } from './pattern.ts';

/** Events that projects plan for. */
const EVENTS = {
  de: '\\p{L}{0,20}(?:start|launch|release|abgabe|eröffnung|premiere|prototyp|deadline|termin|probe|soundcheck|konzert|fest|festival|aufführung|vernissage|ausstellung|messe|lieferung|versand|aufbau|abbau|umzug|demo|workshop|kampagne|veröffentlichung|einweihung)',
  fr: 'lancement|sortie|livraison|ouverture|démo|bêta|version|prototype|répétition|balance|concert|festival|vernissage|exposition|première|inauguration|salon|atelier|campagne|spectacle|défilé|fête',
  es: 'lanzamiento|entrega|apertura|demo|beta|versión|prototipo|estreno|ensayo|prueba de sonido|concierto|festival|inauguración|exposición|feria|taller|campaña|fiesta|desfile',
} as const;

const DE = `(?:der |die |das |den |unsere? )?(?<what>${EVENTS.de})`;
const FR = `(?:le |la |les |l['’]|notre )?(?<what>${EVENTS.fr})`;
const ES = `(?:el |la |los |las |nuestr[oa] )?(?<what>${EVENTS.es})`;

const isSure = (_: FoundParts, { standing }: Clause) => !standing.unsure;

const planned = (pattern: string): FactPattern => ({
  ...{ type: 'milestone', status: 'planned', pattern: atStart(pattern), needs: 'date' },
});

/** By some days or weeks, without a new date. */
const bySpan = (status: 'moved' | 'brought forward', pattern: string): FactPattern => ({
  ...{ type: 'milestone', status, pattern: atStart(pattern) },
  ...{ needs: 'span', date: 'none', corrects: true },
});

const undated = (status: 'postponed' | 'cancelled', pattern: string): FactPattern => ({
  ...{ type: 'milestone', status, pattern: atStart(`(?:${pattern})[.!]?$`) },
  ...{ date: 'none', accepts: isSure, corrects: status === 'postponed' },
});

/** "Die Eröffnung ist am 10. März", "verschiebt sich um zwei Wochen", "ist abgesagt". */
export const GERMAN_EVENTS: readonly FactPattern[] = [
  bySpan('brought forward', `${DE} (?:wurde|wird|ist) .{0,20}um .{1,40}vorgezogen`),
  bySpan(
    'moved',
    `${DE} (?:wurde|wird|ist|hat sich) .{0,20}um .{1,40}(?:verschoben|verzögert|verlegt)`,
  ),
  bySpan('moved', `${DE} (?:verschiebt|verzögert|verspätet) sich .{0,20}um .+`),
  bySpan('moved', `wir verschieben ${DE} um .+`),
  undated('postponed', `${DE} (?:wurde|wird|ist) (?:\\p{L}+ )?(?:verschoben|vertagt)`),
  undated('cancelled', `${DE} (?:wurde|wird|ist) (?:\\p{L}+ )?(?:abgesagt|gestrichen)`),
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
  undated('postponed', `${FR} (?:est|a été|sera) (?:\\p{L}+ )?(?:reportée?|repoussée?)s?`),
  undated('cancelled', `${FR} (?:est|a été|sera) (?:\\p{L}+ )?annulée?s?`),
  undated('cancelled', `(?:nous|on) (?:annulons|annule) ${FR}`),
  planned(`${FR} (?:est|sera|aura lieu|a lieu) .+`),
];

/** "La apertura es el 10 de marzo", "se retrasa dos semanas", "está cancelada". */
export const SPANISH_EVENTS: readonly FactPattern[] = [
  bySpan('brought forward', `${ES} se (?:adelanta|ha adelantado) .+`),
  bySpan('moved', `${ES} se (?:retrasa|aplaza|pospone|ha (?:retrasado|aplazado|pospuesto)) .+`),
  undated('postponed', `${ES} (?:se (?:aplaza|pospone|ha aplazado)|está aplazad[oa])`),
  undated('cancelled', `${ES} (?:se (?:cancela|ha cancelado)|(?:está|queda|ha sido) cancelad[oa])`),
  undated('cancelled', `cancelamos ${ES}`),
  planned(`${ES} (?:es|será) .+`),
];
