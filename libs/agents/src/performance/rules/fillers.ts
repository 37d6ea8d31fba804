/** Words at the start of a clause that say nothing about what follows. */
const FILLER =
  /^(?:(?:so far|ok|okay|so|yeah|yes|yep|um+|uh+|er+|erm|ähm?|öhm?|euh|eh|also gut|well|and|but|then|also|plus|sure|sorry|fine|great|right|good|alright|all right|now|actually|anyway|oh|hey|no problem|no worries|of course|absolutely|definitely|honestly|i['’]m afraid(?: that)?|i am afraid(?: that)?|look|listen|perfect|cool|thanks|hmm+|on it|i think|i guess|i believe|i suppose|i mean|you know|maybe|perhaps|probably|as discussed|(?:no|nope|nein|nee|non)(?=\s*[,.;:–—-])|(?:the )?(?:good|bad) news(?: is(?: that)?)?|update|also|finally|(?:first|second|next)(?=[,:]| (?:i|we|you|let|of all)(?![\p{L}]))|in that case|for now|by now|as of now|as of today|up to now|meanwhile|next steps?|(?:todo|action items?)(?=:)|at the moment|today|this (?:week|month|year|season|term|quarter|time|spring|summer|autumn|winter)|remember|(?:just )?(?:as|like) (?:i|we) (?:said|mentioned)|as (?:mentioned|you know)|by the way|btw|for the record|to be (?:clear|honest|fair)(?! to)|on (?:second thoughts?|reflection)|finalement|al final|enfin|am ende|listen up|guys|folks|everybody|everyone|currently|unfortunately|luckily|apparently|basically|gut|also gut|ja|na gut|leider|inzwischen|mittlerweile|aktuell|derzeit|bisher|momentan|zurzeit|bislang|pour l['’]instant|actuellement|en ce moment|por ahora|de momento|ahora mismo|hasta ahora|por fin|schau|guck|tja|bon|écoute|mira|oye|bien|bueno|vale|oui|sí|d['’]accord|alors|donc|du coup|por eso|así que|deshalb|daher|entonces|malheureusement|desgraciadamente)(?:[,.!:;]?\s+|\s*[,:–—-]\s+)){1,6}/iu;

/** "After a long debate we …": what comes before the subject. */
const CIRCUMSTANCE =
  /^(?:after|by|until|before|in|at|during|given|because of|due to|thanks to|following|with|over|instead of|rather than)\s+(?:[\p{L}\p{N}'’-]+\s+){1,7}?(?=(?:we|i)(?:['’]\p{L}+)?\s)/iu;

/** What is said before the statement itself: praise, and to whom or why it is told. */
const PREAMBLE =
  /^(?:(?:fair play|credit where|credit to|kudos|hats off|good on|well done|bravo|to (?:his|her|their) credit|to be fair|in fairness)(?: [\p{L}'’]+){0,4}[,.:–-]\s+|(?:(?:just|quick|quickly|one|another|small|little|again|short)(?:,? ))?(?:to (?:repeat|recap|remind|confirm|sum|be)|for (?:those|anyone|everyone|everybody|the record|\p{Lu})|reminder|heads[- ]up|note|update|news|(?:good|bad|big|great) news|one more thing|another thing|first thing|last thing|thing|things|question of dates|dates?|next|recap|summary|info|fyi)(?![\p{L}])[^:.;!?]{0,80}:\s+)/iu;

/** "Because of the rain, the show is off", "for the autumn the goal is 700". */
const REASON =
  /^(?:(?:because of|due to|owing to|thanks to|given) [^,:;]{2,60}, |(?:for|in) (?:the |this |next )?(?:coming |new )?(?:year|season|term|month|quarter|week|spring|summer|autumn|fall|winter|half),? (?=(?:the|our|we)(?![\p{L}])))/iu;

/** A clause without such words at its start and marks at its end; `start` is its place in the clause. */
export function withoutFillers(clause: string): { readonly text: string; readonly start: number } {
  const plain = clause.replace(FILLER, '').replace(PREAMBLE, '');
  const rest = plain.replace(FILLER, '').replace(REASON, '').replace(CIRCUMSTANCE, '').trimStart();
  return { text: rest.replace(/[\s.,;:]+$/u, ''), start: clause.length - rest.length };
}
