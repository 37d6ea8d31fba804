import { COUNT_WORDS, VERB_FORMS } from '../types/verb-forms.table.ts';

/** Words that stand before a noun phrase and are no part of a label. */
const LEADING = new Set(
  (
    'the a an our my your his her their its this that these those some any all another both new ' +
    'just only also about around roughly der die das den dem des ein eine einen einem einer unser ' +
    'unsere unseren unserem mein meine le la les un une des du notre nos mon ma mes el los las una ' +
    'unos unas nuestro nuestra nuestros nuestras mi mis l ' +
    'del al vom zum zur beim im uh um erm äh ähm euh eh ehm hm hmm like basically uhm yeah yep yes ' +
    'extra whole entire full complete ganze ganzen gesamte gesamten make okay nee warte wait sorry honestly alors bueno pues nur noch only'
  ).split(' '),
);

/** Words at which a noun phrase ends. */
const ENDING = new Set(
  (
    'and or but so because that which who when where while if then than as to at by from with for on ' +
    'in into over under of about until since per was were is are be been will would could should can ' +
    'may might must has have had did do does paid spent cost costs bought came went got yesterday ' +
    'today tomorrow already now not yet again too i we you he she it they us me them there here ' +
    "give pay cost buy spend say think get upfront online together overall cash instead that's it's there's he's she's they're let's still only just also finally exactly almost nearly last next this each every between somewhere another more brought set gave gives took sent earned received made quoted offered charged ordered signed booked expect expects promised transferred asked asks want wants need needs  euro euros dollars pounds actually really i'm we're " +
    'und oder aber weil dass wenn ist war sind waren wird werden haben hat hatte wurde für von mit am ' +
    'im zu zum zur bei nach über bis auf an aus vor liegen liegt lag lagen belaufen gibt gab jährlich monatlich wöchentlich täglich monthly yearly annually weekly bezahlt ausgegeben gekostet beträgt kostet gestern ' +
    'heute morgen ich wir er sie es nicht in ' +
    'et ou mais qui que est sont était a ont avons pour par avec dans sur à au aux hier ' +
    "aujourd'hui demain nous vous ils elle il je " +
    'uns mir ihm ihnen nos ça cela eso esto what which who whom everything something anything nothing ' +
    'someone everyone back ago away later soon arrived comes come coming landed fall falls drops drop ' +
    'pays gets takes sends send transfers wires brings bring owes wants asked runs including includes suppose guess reckon says said told goes going looks ' +
    'left unter gegen dropped rose fell raised increased reduced changed moved muss müssen soll sollen will wollen zahlen bezahlen ' +
    'überweisen geben kaufen ausgeben payer verser doit devons pagar tiene debe ' +
    'seems turned transferred asking below above beyond drüber darüber drunter zurück dazu davon ' +
    'eigentlich probably apparently costing cut maybe perhaps certainly usually again all ' +
    'hemos han había avez ont habe habt hatten through till bis jusqu pendant durant durante hasta desde depuis während lang drauf chaque cada jede jeden jedes tous toutes todos todas ' +
    "returned refunded reimbursed should've would've could've must've avant après antes después vor nach before after tops max " +
    'y o pero es son fue fueron para por con en zwischen entre ayer hoy mañana nosotros ellos yo de'
  ).split(' '),
);

/** Words of a noun phrase that join two parts of it: "rental of the hall", "salle de concert". */
const JOINING = new Set(['of', 'de', 'du', 'des', 'del', "d'"]);

const MAX_WORDS = 5;
const WORD = /[\p{L}\d][\p{L}\p{M}\d&.+-]*(?:['’]\p{L}+)*|[^\s]/gu;

/** "I'd", "it's" */
const CONTRACTION = /^(?:i|we|you|he|she|it|they|that|there|what|who)['’]\p{L}/iu;

/** Words that name nothing when they stand alone: times, and money itself. */
const EMPTY = new Set(
  (
    'year month week day days weeks months years quarter evening morning afternoon night weekend ' +
    'altogether zusammen insgesamt anyway besides however meanwhile separately directly ensemble juntos jedenfalls übrigens außerdem sonst ' +
    'topf pott kitty pot tin far winter summer spring autumn season semester sommer hiver été invierno verano noon time money cash account thing things stuff bit one ones jahr monat woche tag tage abend ' +
    'geld konto mal sache année an mois semaine jour soir argent compte chose año mes semana día ' +
    'noche dinero cuenta cosa total sum summe table side part lot fortune way end moment'
  ).split(' '),
);

/** Small numbers in words at the end: "three days ago". */
const COUNT =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|deux|trois|dos|tres)$/i;

/**
 * The noun phrase at the beginning of a text, without its article, fillers and what tells a time;
 * `''` when there is none, or when it names nothing.
 */
export function nounPhrase(text: string): string {
  const words = [...phraseWords(text)];
  while (words.length > 0 && isTimeOrCount(words)) words.pop();
  while (/^\d[\d-]*-\d*$/.test(words[0] ?? '')) words.shift();
  if (words.every((word) => EMPTY.has(word.toLowerCase()))) return '';
  // "The boiler's ordered": the verb is no part of the name.
  return words.join(' ').replace(/(?<=\p{L}{3})['’]s$/u, '');
}

/** "three days" at the end, and a number or an adverb that nothing follows. */
function isTimeOrCount(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  const isTime = /^(?:days|weeks|months|years|hours)$/i.test(last);
  return (
    COUNT.test(last) ||
    LEADING.has(last.toLowerCase()) ||
    (isTime && COUNT.test(words.at(-2) ?? ''))
  );
}

function phraseWords(text: string): readonly string[] {
  const words: string[] = [];
  let isJoined = false;
  for (const [raw] of text.matchAll(WORD)) {
    const word = raw.replace(/^[ld]['’]/i, '').replace(/\.+$/, '');
    const lower = word.toLowerCase();
    if (words.length === 0 && isBefore(word, lower)) continue;
    if (isJoined && LEADING.has(lower)) continue;
    if (words.length > 0 && JOINING.has(lower) && !isJoined) {
      isJoined = true;
      continue;
    }
    if (!/^[\p{L}\d]/u.test(word) || isEnding(word, lower) || words.length >= MAX_WORDS) break;
    if (/^\d+$/.test(word) || CONTRACTION.test(word)) break;
    words.push(word);
    isJoined = false;
  }
  return words;
}

/** Whether a word stands before a noun phrase: an article, a filler or a count. */
function isBefore(word: string, lower: string): boolean {
  return LEADING.has(lower) || COUNT_WORDS.has(lower) || /^\d{1,3}$|^%$/.test(word);
}

function isEnding(word: string, lower: string): boolean {
  return ENDING.has(lower) || VERB_FORMS.has(word);
}
