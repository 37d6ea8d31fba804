/** Words at the start of a clause that say nothing about what follows. */
const FILLER =
  /^(?:(?:so far|ok|okay|so|yeah|yes|yep|um+|uh+|er+|erm|ähm?|öhm?|euh|eh|also gut|well|and|but|then|also|plus|sure|sorry|fine|great|right|good|alright|all right|now|actually|anyway|oh|hey|no problem|no worries|of course|absolutely|definitely|honestly|i['’]m afraid(?: that)?|i am afraid(?: that)?|look|listen|perfect|cool|thanks|hmm+|on it|i think|i guess|i believe|i suppose|i mean|you know|maybe|perhaps|probably|as discussed|(?:no|nope|nein|nee|non)(?=\s*[,.;:–—-])|(?:the )?(?:good|bad) news(?: is(?: that)?)?|update|also|finally|first|second|next|in that case|for now|by now|as of now|as of today|up to now|meanwhile|next steps?|(?:todo|action items?)(?=:)|at the moment|today|this week|this month|currently|unfortunately|luckily|apparently|basically|gut|also gut|ja|na gut|leider|bien|bueno|vale|oui|sí|d['’]accord|alors|donc|du coup|por eso|así que|deshalb|daher|entonces|malheureusement|desgraciadamente)(?:[,.!:;]?\s+|\s*[,:–—-]\s+)){1,6}/iu;

/** "After a long debate we …": what comes before the subject. */
const CIRCUMSTANCE =
  /^(?:after|by|until|before|in|at|during|given|because of|due to|thanks to|following|with|over)\s+(?:[\p{L}\p{N}'’-]+\s+){1,7}?(?=(?:we|i)(?:['’]\p{L}+)?\s)/iu;

/** A clause without such words at its start and marks at its end; `start` is its place in the clause. */
export function withoutFillers(clause: string): { readonly text: string; readonly start: number } {
  const rest = clause.replace(FILLER, '').replace(CIRCUMSTANCE, '').trimStart();
  return { text: rest.replace(/[\s.,;:]+$/u, ''), start: clause.length - rest.length };
}
