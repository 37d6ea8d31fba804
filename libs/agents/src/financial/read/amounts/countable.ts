import { cuesIn } from '../types/cues.ts';

/** A word after a number that may be what it counts. */
const COUNTABLE =
  /^\s*(?!(?:for|plus|and|but|so|or|this|last|next|by|on|in|at|each|from|to|with|without|including|incl|of|as|if|when|because|while|which|that|we|they|he|she|it|i|per|a|the|instead|again|upfront|directly|back|total|today|yesterday|tomorrow|tonight|already|more|extra|now|net|gross|cash|flat|aside|away|worth|was|were|is|are|isn['’]t|wasn['’]t|has|have|had|hasn['’]t|will|would|could|should|can|may|might|must|went|came|comes|goes|ist|sind|war|waren|wird|werden|est|sont|était|es|son|fue|fueron|altogether|all|für|und|pro|auf|an|von|im|am|mit|ohne|pour|et|de|à|en|por|para|y|con|al|del)(?!\p{L}))\p{L}[\p{L}-]/iu;
/** What was named before the number and may be what it counts: "hours on it, 40 last week". */
const COUNTED_BEFORE =
  /(?<!\p{L})(?:hours|minutes|days|weeks|nights|evenings|people|persons|guests|visitors|helpers|volunteers|students|seats|members|kids|children|followers|pages|kilometres|miles|names|votes|stunden|tage|leute|gäste|heures|personnes|invités|horas|personas|invitados)(?!\p{L})[^.;:]{0,12}$/iu;
/** Things that are taken for a number of people. */
const FOR_PEOPLE =
  /(?<!\p{L})(?:room|hall|venue|table|restaurant|bus|coach|space|seats?|tent|hotel|places?|raum|saal|tisch|plätze|salle|table|sala|mesa) (?:for|für|pour|para)\s*$/iu;

const OUT_OF = /(?<!\p{L})(?:out of|of the|most of|von den|sur les|de los)\s*$/iu;

const PARTICIPLE =
  /^(?:gespendet|erhalten|bekommen|eingenommen|eingegangen|donated|received|raised|reçus?|recibid[oa]s?)(?!\p{L})/iu;

/** "dürfen wir 2.000 ausgeben": a verb, and no thing */
function beginsWithCue(after: string): boolean {
  const text = after.trimStart().slice(0, 40);
  return (
    cuesIn(text).some(({ kind, start }) => start === 0 && kind !== 'income') ||
    PARTICIPLE.test(text)
  );
}

/** Whether a plain number counts something that is named beside it. */
export function isCountable(before: string, after: string): boolean {
  return (
    (COUNTABLE.test(after) && !beginsWithCue(after)) ||
    OUT_OF.test(before) ||
    COUNTED_BEFORE.test(before) ||
    FOR_PEOPLE.test(before)
  );
}

/** "He spends hours on it, 40 last week" */
const TIME_BEFORE =
  /(?<!\p{L})(?:hours|minutes|days|weeks|nights|evenings|stunden|minuten|tage|heures|jours|horas|días)(?!\p{L})[^.;:,]{0,20},\s*$/iu;

/** Whether a plain number goes on about a time that was just named. */
export function isOfTime(before: string): boolean {
  return TIME_BEFORE.test(before);
}
