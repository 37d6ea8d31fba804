import { wordsIn, wordSet } from './words.ts';

const ENGLISH = wordSet(
  "the a and to of is it i you we that this for on with are was be have has not they he she what there do my your our but can will would if so just it's i'm don't that's yeah okay at by from as an or me us them his her had were been about",
);
/** Frequent words of languages that share letters with English; none of them is an English word. */
const OTHERS = wordSet(
  'der das und ist nicht ich ein eine wir sie mit auf für den dem auch aber zu wie habe haben dass',
  'le les des une et est pas je nous vous ils dans pour avec sur qui que mais ce cette sont ai',
  'el los las una y es en por con para pero como muy esta este yo su lo del qué mi tu',
  'il che di non è per sono anche ma della ho questo nel gli',
  'het een van ik niet dat maar voor zijn ook wij jij naar',
  'o os um uma não você para isso com do da em nós eu mas',
  'och att det är jag inte som på av vi har til og jeg ikke',
  'w nie na się że jest tak ale',
);

/**
 * Whether the English rules may be applied: the text is mostly in Latin letters, and has no excess
 * of frequent words of other languages. An undecidable text counts as English.
 * @param before the preceding text, considered when the text itself is undecidable
 */
export function looksEnglish(text: string, before: string): boolean {
  if (!mostlyLatin(text)) return false;
  const [own, context] = [englishBalance(text), englishBalance(before.slice(-400))];
  return own !== 0 ? own > 0 : context >= 0;
}

/** Number of frequent English words minus number of frequent words of other languages. */
function englishBalance(text: string): number {
  let sum = 0;
  for (const { key } of wordsIn(text)) sum += Number(ENGLISH.has(key)) - Number(OTHERS.has(key));
  return sum;
}

function mostlyLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}
