import type { DecisionPatterns } from '../worded/language-words.ts';

const DECIDED =
  '(?:deciso|scelto|optato|concordato|stabilito|approvato|votato|convenuto|deliberato)';

/** How decisions are stated in Italian. */
export const ITALIAN_DECISIONS: DecisionPatterns = {
  stated: [
    ` (?:abbiamo|il (?:consiglio|comitato|direttivo|gruppo) ha|l assemblea ha|la (?:giunta|squadra) ha) {few}${DECIDED} `,
    ' ci siamo (?:accordati|messi d accordo) ',
    ' (?:è|è stato|resta|rimane|viene) (?:quindi |dunque |così )?(?:deciso|stabilito|concordato|convenuto) ',
    ' (?:decidiamo di|optiamo per|ci accordiamo|stabiliamo) ',
    ' (?:la|la nostra) decisione (?:è|finale è) ',
    '^ (?:decisione|deciso|approvato|stabilito) (?:il|la|lo|i|le|gli|si|non) ',
    ' (?:il bilancio|la mozione|la proposta|il piano|il contratto|il preventivo|la delibera) (?:è|viene|è stat[oa]|risulta) {few}(?:approvat[oa]|accettat[oa]|respint[oa]) ',
    ' ho deciso ',
  ],
  announces: 'abbiamo una decisione|è deciso|deciso|allora è deciso|questa è la decisione',
  proposed: [
    ' (?:propongo|suggerisco|voterei per|voto per) ',
    ' (?:e se|che ne dite (?:se|di)|che ne dici (?:se|di)) ',
    ' (?:potremmo|dovremmo|perché non) ',
  ],
  settled: [
    ' (?:usiamo|prendiamo|scegliamo|rimandiamo|rinviamo|spostiamo|annulliamo|compriamo|affittiamo|noleggiamo|prenotiamo|vendiamo|cambiamo|assumiamo|ordiniamo|teniamo|lanciamo|firmiamo|paghiamo|aumentiamo|riduciamo) ',
  ],
  sumsUp:
    '(?:(?:va bene|bene|ok|okay|perfetto|sì|d accordo|benissimo|ottimo) )*(?:allora|quindi|dunque)',
  open: ' (?:se|quando|prima di|prima che|non|mai|niente|nessun[oa]?|avremmo|avessimo|dobbiamo|bisogna|forse|magari|dice|dicono|disse|detto|credo|penso|che cosa|cosa|come|perché(?! non)|quale|quali|una volta che) ',
  openAfter:
    '^ (?:se|chi|quando|come|quale|quali|cosa|dove|quello che) | (?:o no|forse|credo|vero|giusto) $',
  otherTime:
    ' (?:all epoca|allora(?= avevamo)|ieri|l altro ieri|(?:anno|mese|settimana|volta) scors[oa]|anni fa|mesi fa|tempo fa|in origine|originariamente|più tardi|un altra volta|la prossima volta) ',
  procedure:
    ' (?:iniziare|iniziamo|cominciare|cominciamo|continuare|continuiamo|proseguire|proseguiamo|pausa|ordine del giorno|prossimo punto|punto successivo|riunione|seduta|giro di|tema|argomento|discutere|discutiamo|parlare|parliamo|parlarne|guardare|guardiamo|ascoltare|vedere|vediamo|pensare|pensarci|finire|chiudere|microfono|schermo|slide|presentazioni|parola|votare|votiamo|tornare|torniamo|dire|aspettare|aspettiamo|passare|passiamo) ',
};
