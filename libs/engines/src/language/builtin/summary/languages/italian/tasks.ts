import type { TaskPatterns, TaskRefusals, TaskVerbs } from '../worded/language-words.ts';

/** Stems of regular verbs in "are". */
const REGULAR =
  'mand invi prenot prepar controll compr port ripar termin aggiorn cre install firm consegn stamp chiam richiam telefon ordin verific complet inoltr cerc contatt avvis organizz pag pubblic ritir fattur conferm rinnov acquist compil sistem';
/** Pronouns that an infinitive has at its end: "mandarglielo". */
const ENCLITIC = '(?:mi|ti|ci|vi|si|gli|glie|te|me|ve|ce)?(?:lo|la|li|le|ne)?';
const THINGS =
  '(?:il|la|lo|i|le|un|una|l|gli)_(?:lista|elenco|preventivo|rapporto|relazione|prenotazione|ordine|bonifico|fattura|copia|spesa|verbale)';

const regular = (...endings: readonly string[]) =>
  REGULAR.split(' ')
    .flatMap((stem) => endings.map((ending) => `${stem}${ending}`))
    .join(' ');
/** Before "e" and "i", "c" and "g" are written with "h". */
const future = (ending: string) =>
  REGULAR.split(' ')
    .map((stem) => `${stem.replace(/[cg]$/u, '$&h')}${ending}`)
    .join(' ');
const infinitives = (stems: string) =>
  stems
    .split(/\s+/u)
    .map((stem) => `${stem}(?:e|${ENCLITIC})`)
    .join(' ');

/** The verbs of Italian tasks. */
export const ITALIAN_VERBS: TaskVerbs = {
  infinitive: `${infinitives(
    `${regular('ar')} scriver legger rilegger spedir chieder corregger tradur risponder finir pulir prender raccoglier restituir risolver disdir aggiustar occupar`,
  )} far(?:e|${ENCLITIC})_${THINGS} parlar(?:e|gli|le)?_con sentir(?:e|lo|la)?_(?:il|la|l|lo) prendere_appuntamento fissar(?:e|lo)?`,
  first: `${regular('o')} scrivo rileggo spedisco chiedo correggo traduco rispondo finisco pulisco raccolgo restituisco risolvo disdico aggiusto fisso faccio_${THINGS} parlo_con prendo_appuntamento passo_a_prendere`,
  firstFuture: `${future('erò')} scriverò rileggerò spedirò chiederò correggerò tradurrò risponderò finirò pulirò raccoglierò restituirò risolverò disdirò aggiusterò fisserò farò_${THINGS} parlerò_con`,
  third: `${regular('a')} scrive rilegge spedisce chiede corregge traduce finisce pulisce raccoglie restituisce risolve disdice aggiusta fissa fa_${THINGS} parla_con`,
  thirdFuture: `${future('erà')} scriverà rileggerà spedirà chiederà correggerà tradurrà finirà pulirà raccoglierà restituirà risolverà disdirà aggiusterà fisserà farà_${THINGS} parlerà_con`,
  imperative: `(?:manda|invia|scrivi|chiama|richiama|prenota|compra|stampa|porta|prepara|chiedi|avvisa|ordina|controlla|contatta|paga|aggiorna|correggi|telefona|verifica|inoltra|conferma)(?:mi|ci|gli|le|lo|la|li|melo|mela|celo|cela|glielo|gliela)?
    mandi invii scriva chiami prenoti compri stampi prepari chieda avvisi ordini controlli confermi
    (?:mandate|inviate|scrivete|chiamate|prenotate|comprate|stampate|preparate|portate)(?:mi|ci|lo|la|li|le)?`,
};

const PRONOUNS =
  '(?:(?:mi|ti|ci|vi|gli|le|lo|la|li|ne|te|me|ve|ce|l|glielo|gliela|glieli|gliele) ){0,2}';
const CAN_YOU =
  '(?:puoi|potresti|può|potrebbe|potete|potreste|riesci a|riesce a|riuscite a|ricordati di|ricordatevi di|si ricordi di|non dimenticare di|non dimenticarti di|non dimenticate di|ti dispiace|ti dispiacerebbe|le dispiace|le dispiacerebbe)';
const OF_THE = '(?:del|della|dei|delle|dello|degli|dell)';
const OF = '(?:di|del|della|dei|delle|dello|degli|dell)';

/** How tasks are stated in Italian. */
export const ITALIAN_TASKS: TaskPatterns = {
  promised: [
    ' {firstFuture} ',
    ' (?:ti|vi|te|ve|le|gli)(?: (?:lo|la|li|le|ne))? {first} ',
    ' (?:glielo|gliela|glieli|gliele) {first} ',
    ` mi (?:occupo|occuperò|incarico) (?:(?:io )?${OF_THE}|io di|(?:io )?di {infinitive}) `,
    ' (?:a|al|alla|alle|ai|agli|allo|all) {few}(?:ci penso|provvedo) io ',
    ' (?:ci penso|provvedo) io (?:a|al|alla|alle|ai|agli|allo|all) ',
    ' (?:mi impegno|mi sono impegnat[oa]) a {infinitive} ',
  ],
  promisedWithTime: [
    ` (?:io|quindi|allora|bene|sì|ok|e|poi|domani|domattina|dopodomani|oggi|stasera|mattina|pomeriggio|sera|settimana|settimane|giorni|mese|mesi|prossim[oa]|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica) ${PRONOUNS}{first} `,
    `^ ${PRONOUNS}{first} `,
    ' {first} io ',
    ' vado a {infinitive} ',
  ],
  named: [
    ` {name} ${PRONOUNS}{thirdFuture} `,
    ` {name} si (?:occupa|occuperà|incarica) ${OF} `,
    ' (?:a|al|alla|alle|ai|agli|allo|all) {few}ci penserà {name} ',
  ],
  namedWithTime: [` (?<!(?:a|con|di|che|per|da) ){name} ${PRONOUNS}{third} `],
  asked: [
    ` ${PRONOUNS}${CAN_YOU} (?:anche |poi |gentilmente |per favore )?{infinitive} `,
    ' per (?:favore|piacere|cortesia) {few}{imperative} ',
    ' {imperative} {gap}per (?:favore|piacere|cortesia) ',
  ],
  required: [
    ' (?:devi|dovresti|dovete|dovreste|lei deve|deve lei|ti tocca|vi tocca) (?:ancora |anche |solo |poi |assolutamente )?{infinitive} ',
  ],
  askedOfAnybody: [
    ` (?:qualcuno|chi) ${PRONOUNS}(?:può|potrebbe|vuole|riesce a) {infinitive} `,
    `^ (?:e )?chi (?:si (?:occupa|incarica)|${PRONOUNS}{third}) `,
  ],
  offered: [
    ` ${PRONOUNS}(?:posso|potrei) {infinitive} `,
    ' (?:vuoi|vuole|volete) che {few}(?:mandi|invii|chiami|prepari|prenoti|compri|scriva|controlli) ',
  ],
  meant: [` ${PRONOUNS}(?:devo|dovrei) {infinitive} `],
  meantOfAnybody: [
    ' (?:dobbiamo|dovremmo|bisogna|bisognerebbe|occorre|c è da) {infinitive} ',
    ' qualcuno (?:deve|dovrebbe) {infinitive} ',
  ],
};

/** What is no task in Italian. */
export const ITALIAN_REFUSALS: TaskRefusals = {
  polite:
    ' (?:se possibile|se puoi|se potete|se può|se riesci|se non ti dispiace|se non le dispiace)(?= )',
  supposed:
    ' (?:se|a meno che|nel caso|qualora|supponiamo|immagina|immaginiamo|ha detto|hanno detto|disse|dissero|dice|dicono|dici|diceva|dicevano|detto|chiesto|ha chiesto|chiedeva|pensavo|credevo|racconta|raccontava|pare che|sembra che|avrei|avrebbe|avessi|sarei|sarebbe|come se|a quanto pare) ',
  refused:
    ' (?:non(?! (?:dimentic\\S+|ti preoccup\\S+))|mai|niente|nulla|nessun[oa]?|neanche|nemmeno|neppure|sempre|ogni|tutti i|tutte le|tutti gli|spesso|a volte|qualche volta|di solito|di norma|normalmente|abitualmente|generalmente|in genere|regolarmente|tradizionalmente|da noi|responsabile|ieri|l altro ieri|(?:settimana|mese|anno|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica) scors[oa]|una volta|tempo fa|adesso|(?<!(?:un|mezz|l) )ora|subito|un attimo|un momento|un secondo|un minuto|in chat|nella chat|microfono|telecamera|schermo|diapositiv[ae]|slide|ordine del giorno|la parola|(?:prossimo|seguente) punto|punto (?:successivo|seguente)|sentire|senti|sente|sentite|sentirmi|ripetere|da (?:\\S+ )?(?:anni|mesi|tempo|allora)|con la carta|in contanti|francamente|sinceramente|salut[oi]|abbracci\\S*|baci[o]?|(?:chiamo|scrivo|contatto|telefono) (?:perché|per|riguardo|a proposito|in merito)|(?:dir|spiegar)(?:mi|ci)|esempio|scusa|scusi|scuse|(?:il|la|al|alla|di) (?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)(?! (?:prossim[oa]|\\d))) ',
  doubted:
    ' (?:forse|magari|probabilmente|possibilmente|eventualmente|credo|(?<!ci )penso|spero|suppongo|proverò|provo|cerco di|cercherò di|vediamo se|prima o poi|un giorno|o qualcosa del genere) ',
};
