import type { TextSpan } from './sentences.ts';

/** How a clause begins that has a subject of its own, or asks somebody else. */
const BEGINNINGS: readonly string[] = [
  // A pronoun.
  "(?:i|im|ill|ive|we|weve|(?:were(?= (?:stuck|blocked|going|waiting)))|that['’]?s|its|he|she|they|you|it|there|let['’]s|ich|wir|er|sie|je|j['’]\\p{L}+|nous|on|il|elle|yo)(?![\\p{L}])",
  // "the goal is 5".
  "(?:(?:the|our)\\s+)?(?:goal|target)(?=\\s+is|:|['’]s)",
  // "this season the target is 5".
  '(?:this|next) (?:year|season|month|quarter|term|week|time|spring|summer|autumn|winter) (?:the|our|we)(?![\\p{L}])',
  // "so picture lock's moved", "but the beta has slipped".
  "(?:(?:the|our) )?(?:\\p{L}+ ){0,2}\\p{L}+(?:['’]s been|['’]s| has been| has| is| have)? (?:moved|slipped|shifted|slid) (?:back |out )?(?:from|to|by)(?![\\p{L}])",
  // The goal, in other languages.
  "(?:(?:das|unser) )?ziel (?:ist|sind|liegt|lautet)|(?:l['’]|notre )(?:objectif|but)(?= est|,)|(?:el|la|nuestr[oa]) (?:objetivo|meta) (?:es|son)",
  // "so nobody can deploy".
  '(?:nobody|no one|nothing) (?:can|works|moves)(?![\\p{L}])',
  // "the target's a rate of 90 percent".
  "(?:the|our)\\s+\\p{L}+(?:\\s\\p{L}+)?['’]s (?:a|an|to|now|on|in|been|not|\\d)(?![\\p{L}\\d])",
  // "the show moved".
  '(?:the|our|my|that)\\s+\\p{L}+(?:\\s\\p{L}+)?\\s+(?:is|are|was|were|will|has|have|moved|went|can)(?![\\p{L}])',
  // What is not known.
  "(?:no idea|not sure|(?:i )?don['’]t know)(?= (?:if|whether|how|what|when|why|who))",
  // A condition.
  'if (?:i|you|we|he|she|they|it|that|this|there|the|nobody|someone|somebody|anyone|anybody|everything)(?![\\p{L}])',
  // "in October we had 380".
  '(?:in|on|since|last|until|at) (?:the )?\\p{L}+ (?:\\p{L}+ )?(?:i|we)(?![\\p{L}])',
  // German verbs of work: "und Tom druckt".
  '\\p{L}+ (?:schick|send|ruf|schreib|mach|bestell|buch|druck|kauf|bring|hol|prüf|klär|organisier|besorg|reparier|liefer|kümmer)t(?![\\p{L}])',
  // French and Spanish ones.
  '\\p{L}+ (?:envoie|appelle|réserve|imprime|prépare|apporte|achète|rédige|manda|envía|llama|reserva|prepara|imprime|compra|trae)(?![\\p{L}])',
  // German and Spanish subjects after the verb, or within it.
  '(?:sind|hängen) wir(?![\\p{L}])|estamos (?:bloq|atasc|parad)',
  // Questions to somebody: "and Ben, could you".
  '(?:\\p{L}+,? )?(?:can|could|would|will|do|did|have|has|does|are|is|were|should) (?:you|we|i|he|she|they|somebody|someone|anybody|anyone)(?![\\p{L}])',
  // The same in German, French and Spanish.
  '(?:\\p{L}+, )?(?:hast|kannst|könntest|bist|willst|magst|machst|schickst|könnt|habt|wollt|seid) (?:du|ihr)(?![\\p{L}])|(?:toi, )?(?:tu|vous)(?![\\p{L}])|(?:tú, )?¿',
  // Other questions, and what is thought of it.
  "(?:what|how) about(?![\\p{L}])|which (?:is|was)(?:n['’]t| not| good| great| fine| nice| okay| quite| really| pretty| better| worse| a )",
  // Somebody's name with an auxiliary.
  "\\p{L}+(?:['’]ll|['’]s going to|\\s+(?:will|is going to|has|promised|agreed|takes over|took over|is taking over|wird|hat|va|a|ha)(?![\\p{L}]))",
];

/** Where a new clause begins: a mark or a conjunction that is followed by a subject and its verb. */
const BOUNDARY = new RegExp(
  `(?:[;:,]|\\s[-–—]|(?<![\\p{L}])(?:and|but|so|then|also|plus|und|aber|et|mais|pero|y(?= (?:el|la) (?:objetivo|meta))))\\s+` +
    `(?=(?:(?:and|but|so|then|also|ok|okay|yeah|now|anyway|maybe|perhaps|hopefully|in any case|either way|regardless|vielleicht|hoffentlich|peut-être|quizás?|und|aber|et|mais|y|pero|donc|du coup|deshalb|daher|así que|por eso)\\s+){0,2}(?:${BEGINNINGS.join('|')}))`,
  'giu',
);

/** What is quoted was said by others. */
const QUOTED = /["“„«][^"”“»]{0,400}["”“»]/gu;

/** A text with marks in place of what others are quoted with, as long as before. */
export function withoutQuoted(text: string): string {
  return text.replace(QUOTED, (quoted) => '"'.repeat(quoted.length));
}

/** Where somebody starts to promise, in speech that is written without marks: "leave it to me i'll …". */
const SPOKEN_BOUNDARY =
  /(?<!(?<![\p{L}])(?:that|which|what|if|when|because|think|hope|said|say|like|sure|know|promise|guess|believe|so|and|but|then|yeah|ok|okay|where|until|or)) (?=(?:i['’]?ll|we['’]ll|i['’]?m gonna|thats|that['’]s|its now|it['’]s now) )/giu;
/** Where an event follows a date in such speech: "the rehearsal is on the fourth the show is …". */
const AFTER_DATE =
  /(?<=(?<!(?<![\p{L}])(?:with|both|worth|must))(?:th|st|nd|rd|day|tomorrow|today|tonight|week|month|january|february|march|april|may|june|july|august|september|october|november|december|\d)) (?=(?:and )?(?:then )?(?:the|our) (?:\p{L}+ ){1,3}?(?:is|are|was|were|will|starts?|opens?|goes|comes|ends)(?![\p{L}]))/giu;
/** "By the end of January I'll …" is one clause. */
const CIRCUMSTANCE =
  /^(?:by|in|on|at|after|before|until|till|from|during|over|for|next|this|tomorrow|today|tonight|as soon as|once)(?![\p{L}])/iu;
const MARK = /[,;:.!?](?=\s\S)/u;

function boundariesIn(sentence: string): readonly RegExpExecArray[] {
  const found = [...sentence.matchAll(BOUNDARY)];
  if (found.length > 0 || MARK.test(sentence) || CIRCUMSTANCE.test(sentence)) return found;
  const spoken = [...sentence.matchAll(SPOKEN_BOUNDARY), ...sentence.matchAll(AFTER_DATE)];
  return spoken.toSorted((a, b) => a.index - b.index);
}

/** The parts of a sentence with a subject each; `start` and `end` are positions in it. */
export function splitClauses(sentence: string): readonly TextSpan[] {
  const spoken = withoutQuoted(sentence);
  const parts: TextSpan[] = [];
  let start = 0;
  for (const { index, 0: boundary } of boundariesIn(spoken)) {
    parts.push({ text: sentence.slice(start, index), start, end: index });
    start = index + boundary.length;
  }
  parts.push({ text: sentence.slice(start), start, end: sentence.length });
  return parts.filter(({ text }) => text.trim() !== '');
}
