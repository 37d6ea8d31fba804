import { wordsIn, wordSet, type Word } from './words.ts';

/** Words that no sentence ends with: what they announce is missing. */
const NEVER_LAST = wordSet(
  "a an the and or but if because my your our their its of from into than very i'm we're you're it's",
  "that's they're he's she's there's i we he she they who which whose i'll we'll you'll i've we've",
  'with for by as at between toward towards every each such whether while although unless until',
);
/** Words that only start a sentence whose beginning is missing, in a transcript. */
const NEVER_FIRST = wordSet('than of which whose whom because or nor');
const VERBS = wordSet(
  'is are was were am be been has have had do does did will would can could shall should may might must',
  'ought need needs want wants get gets got make makes made go goes went take takes took come comes came',
  'give gives gave use uses say says said think thinks thought know knows knew see sees saw find finds found',
  'work works cost costs mean means meant keep keeps kept put puts run runs ran start starts show shows',
  'seem seems become becomes became begin begins began feel feels felt leave leaves left hold holds held',
  'lose loses lost sell sells sold buy buys bought send sends sent spend spends spent meet meets met let lets',
  'remain remains stand stands stood fall falls fell rise rises rose cut cuts pay pays paid grow grows grew',
  'build builds built bring brings brought tell tells told write writes wrote read reads look looks like likes',
  'try tries help helps call calls ask asks belong belongs include includes require requires provide provides',
);
/** Subjects that are hardly ever used without a verb after them. */
const SUBJECTS = wordSet("i we you they he she it there who let's everyone everybody nobody");
const CONTRACTED = /'(?:s|re|m|ll|d|ve)$|n't$/u;
const SHORTEST_WORDS = 4;

/**
 * Whether a sentence can be read alone: long enough, with a verb, and neither its beginning nor its end
 * is missing.
 * @param text the sentence without hesitations and opening words
 */
export function isWholeSentence(text: string): boolean {
  const words = wordsIn(text);
  if (words.length < SHORTEST_WORDS || !words.some((word, place) => isVerb(word, words[place - 1])))
    return false;
  const [first, last] = [words[0]?.key ?? '', words.at(-1)?.key ?? ''];
  if (NEVER_FIRST.has(first) || NEVER_LAST.has(last) || /^\p{Ll}$/u.test(words.at(-1)?.text ?? ''))
    return false;
  return !endsInDash(text);
}

function isVerb({ key }: Word, before: Word | undefined): boolean {
  if (VERBS.has(key) || CONTRACTED.test(key)) return true;
  return before !== undefined && (SUBJECTS.has(before.key) || /\p{L}{3}ed$/u.test(key));
}

function endsInDash(text: string): boolean {
  return /[-–—,;:…]["'”’)\]]*[.!?]?$|\.\.\.$/u.test(text.slice(-8));
}
