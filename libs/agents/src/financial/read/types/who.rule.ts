import type { SourceLine } from '#contracts/model';
import { cuesIn } from './cues.ts';

const FIRST_PERSON =
  /(?<!\p{L})(?:i|i['’]ve|i['’]ll|i['’]d|ich|j['’]ai|je|yo)(?!\p{L})(?:\s+(?!we|they|he|she|wir|nous|think|believe|guess)[\p{L}'’]+){0,3}?\s*$/iu;
/** In German and French the verb that tells may come last. */
const BEGINS_WITH_I = /^\s*(?:ich (?:habe|zahle|werde)|j['’]ai|yo)(?!\p{L})/iu;
const FIRST_PERSON_VERB =
  /(?<!\p{L})(?:pagué|gasté|compré|recibí|firmé|transferí|pagaré)(?!\p{L})/iu;

/** "Bruno", "Maria Silva" at the beginning of a clause. */
const NAME =
  /^\s*(?:(?:and|but|so|apparently|yesterday|today|then|also|actually|now|und|et|y),?\s+){0,2}(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)(?:['’]s)?\s+(?:(?:has|have|had|just|already|also|will|hat|a|ha)\s+){0,2}/u;
/** Verbs whose subject is somebody. */
const ACTS =
  /^(?:paid|pays?|spent|bought|purchased|signed|ordered|booked|transferred|agreed|promised|committed|received|earned|sold|settled|hired|covered|rented|wired|contributed|invested|reserved|donated|gave|sent|quoted|invoiced|billed|charged|asks? for|wants?|offered|bezahlt|kaufte|zahlte|bestellt|payé|acheté|pagó|compró|gastó|estimates?|expects?)(?!\p{L})/iu;
const NO_NAME =
  /^(?:We|They|He|She|It|The|This|That|You|There|Our|My|Your|Who|What|How|Wir|Sie|Er|Es|Das|Nous|Il|Elle|On|Ils|Ellos|El|La|Someone|Everyone|Nobody|People|Yesterday|Today)$/u;

const PARTNER =
  /(?<!\p{L})(?:from|by|to|with|von|bei|de|à|par)\s+(?:the\s+)?(\p{Lu}[\p{L}&.]+(?:\s\p{Lu}[\p{L}&.]*\p{L}){0,2})/u;
const MONTHS_AND_DAYS =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Montag|Dienstag|Mittwoch|Donnerstag|Freitag)/u;

/** Who pays, is paid or is responsible: a name in the clause, or its speaker. */
export function whoOf(clause: string, { speaker }: SourceLine): string | null {
  if (BEGINS_WITH_I.test(clause)) return speaker;
  const acts = cuesIn(clause).some(({ start }) => FIRST_PERSON.test(clause.slice(0, start)));
  if (acts || FIRST_PERSON_VERB.test(clause)) return speaker;
  return subjectName(clause) ?? partnerName(clause);
}

function subjectName(clause: string): string | null {
  const found = NAME.exec(clause);
  const name = found?.[1];
  if (name === undefined || NO_NAME.test(name)) return null;
  return ACTS.test(clause.slice(found?.[0].length)) ? name : null;
}

function partnerName(clause: string): string | null {
  const name = PARTNER.exec(clause)?.[1];
  return name === undefined || MONTHS_AND_DAYS.test(name) ? null : name.replace(/\.$/, '');
}
