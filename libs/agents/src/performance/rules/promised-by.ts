import type { FactDate } from '#contracts/model';
import type { Clause } from './clauses.ts';

/** What says by when a promise is kept, right after it: "you'll have it Thursday". */
const THERE_BY =
  /^[\s,;.–—-]*(?:(?:and|so|und|et|y|also|donc|alors) )*(?:(?:you(?:['’]ll| will| can| should)?|everyone(?:['’]ll| will)?) (?:have|get|see|find) (?:it|them|that|this|everything)(?![\p{L}])|i(?:['’]ll| will) (?:have|get|bring|send|finish|do|sort|post|deliver|hand) (?:it|them|that|this|those)(?: [\p{L}]+)?(?: to you| to them)?(?![\p{L}])|(?:it|that|this|they)(?:['’]ll| will|['’]s going to|['’]s)(?: be)? (?:done|ready|finished|there|back|with you|in (?:your|the) [\p{L}-]+|on (?:your|the) [\p{L}-]+|yours|sent|sorted|up|fixed|over|due)(?![\p{L}])|(?:du|ihr) (?:hast|habt|bekommst|bekommt|kriegst|kriegt) (?:es|sie|ihn|das|alles)(?![\p{L}])|(?:das|es) ist (?:dann )?(?:fertig|da)?|(?:tu|vous) (?:l['’]|les |le |la )(?:auras|aurez|as|avez|recevras|recevrez)(?![\p{L}])|(?:lo|la|los|las) (?:tienes|tendrás|tenéis|tendréis|recibes|recibirás)(?![\p{L}]))/iu;
const REACH_CHARACTERS = 90;
/** Up to where it is said: the end of its sentence. */
const END = /[.;!?](?:\s|$)/u;

/** The day that follows a promise as its due date: "I'll do the list, you'll have it Thursday". */
export function promisedBy({ source, start, quote, lineDates }: Clause): FactDate | null {
  const end = start + quote.length;
  const rest = source.text.slice(end, end + REACH_CHARACTERS);
  const lead = THERE_BY.exec(rest)?.[0].length;
  if (lead === undefined) return null;
  const stop = rest.slice(lead).search(END);
  const until = end + (stop < 0 ? REACH_CHARACTERS : lead + stop);
  const found = lineDates.find((date) => date.start >= end && date.end <= until + 1);
  return found && found.on.date >= source.date ? found.on : null;
}
