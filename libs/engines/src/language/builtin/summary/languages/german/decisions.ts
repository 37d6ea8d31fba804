import type { DecisionPatterns } from '../worded/language-words.ts';

const DECIDED =
  '(?:beschlossen|entschieden|vereinbart|geeinigt|festgelegt|verabredet|abgestimmt|verständigt|abgemacht)';

/** How decisions are stated in German. */
export const GERMAN_DECISIONS: DecisionPatterns = {
  stated: [
    ` (?:wir haben|haben wir|der (?:vorstand|ausschuss|rat) hat|das (?:team|gremium) hat|die (?:gruppe|versammlung) hat) {gap}${DECIDED} `,
    ` (?:es|das|damit|hiermit|somit|also) (?:ist|wurde) (?:es |das |damit |hiermit |also |jetzt |nun )?${DECIDED} `,
    ` (?:ist|wurde) {few}(?:beschlossen|angenommen|abgelehnt|verabschiedet|genehmigt) `,
    '(?:^| )(?:dann |also |damit |hiermit |somit )?(?:beschließen wir|wir beschließen|einigen wir uns|wir einigen uns|entscheiden wir uns|wir entscheiden uns|legen wir fest|vereinbaren wir|wir vereinbaren) ',
    ' (?:die|unsere) entscheidung (?:ist|lautet|fällt) ',
    '^ (?:beschluss|entscheidung|beschlossen|abgemacht|entschieden) (?:wir|das|die|der|es|ist) ',
    ` (?:ich habe|ich hab) (?:mich )?{few}(?:beschlossen|entschieden) `,
  ],
  announces:
    'wir haben (?:eine|die) entscheidung|(?:es|das) ist (?:beschlossen|entschieden)|beschlossen|entschieden|beschluss|unsere entscheidung',
  proposed: [
    ' (?:lasst|lass|lassen sie) uns ',
    ' (?:sollen|sollten|wollen|können) wir ',
    ' wir sollten ',
    ' ich (?:schlage vor|würde vorschlagen|bin dafür|beantrage) ',
    ' wie wäre es (?:wenn|mit) ',
    ' warum {few}wir ',
  ],
  settled: [
    ' (?:wir|dann|also|gut|okay) (?:wir )?(?:nehmen|bleiben bei|verschieben|streichen|kaufen|mieten|buchen|verkaufen|verzichten|wechseln|behalten|verlegen|bestellen|starten|veröffentlichen|senken|erhöhen|stellen|vergeben|beauftragen|zahlen|feiern|fahren|treffen|machen) ',
    ' (?:nehmen|verschieben|streichen|kaufen|mieten|buchen|verkaufen|verzichten|wechseln|behalten|verlegen|bestellen) wir ',
  ],
  sumsUp: '(?:(?:okay|ok|gut|ja|also|prima|schön|alles klar) )*(?:dann|also)',
  open: ' (?:wenn|falls|ob|sofern|bevor|bis|sobald|nachdem|nicht|nie|noch nichts|nichts|kein|keine|keinen|hätten|hätte|würden|würde|müssen|muss|müssten|könnten|vielleicht|eventuell|wahrscheinlich|sagt|sagte|gesagt|meint|meinte|schreibt|schrieb|heißt|glaube|dachte|was|wie|wann|wer|warum) ',
  openAfter:
    '^ (?:ob|was|wie|wann|wer|wo|welche|welchen|welcher|welches|oder nicht|glaube ich|falls|wenn) |(?: oder nicht| glaube ich| oder doch nicht) ',
  otherTime:
    ' (?:damals|gestern|vorgestern|letzte woche|letztes jahr|letzten monat|letztes mal|vor (?:jahren|monaten|langer zeit)|ursprünglich|seinerzeit|früher|später|nächstes mal|ein andermal) ',
  procedure:
    ' (?:anfangen|beginnen|weitermachen|pause|mittagspause|punkt|tagesordnung|themen|thema|sitzung|besprechen|diskutieren|reden|sprechen|abstimmen|protokoll|vorstellungsrunde|schluss|aufhören|zuhören|anhören|ansehen|anschauen|überlegen|nachdenken|aufnahme|mikrofon|folie|bildschirm|weiter|fortfahren|zurückkommen|kaffee|festhalten|annehmen|abwarten|sehen|hoffen|ehrlich|vertagen|weiterzu\\S+|fortzu\\S+|anzufangen|aufzuhören|zurückzukommen|mal schauen) ',
};
