import { looksEnglish } from '../text/language.ts';
import { isNumber } from '../text/numbers.ts';
import { wordsIn, wordSet, type Word } from '../text/words.ts';
import { KIN } from './kin.table.ts';
import type { Utterance } from './utterance.ts';

/** A plain feature of an utterance. */
export interface Feature {
  /** What one more of `log(1 + count)` adds to the number. */
  readonly weight: number;
  /** Average of `log(1 + count)`; what is above it speaks for an utterance. */
  readonly usual: number;
  /** What it tells, as a clause of the reason. */
  readonly says: string;
  readonly count: (utterance: Utterance) => number;
}

const TIME = wordSet(
  'yesterday today tonight tomorrow ago last next recently weekend morning evening night week weeks month months year years summer winter spring autumn since soon',
  'monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december',
);
/** Words of other meanings in lower case. */
const MONTHS = /^(?:March|May)$/u;
const FIRST_PERSON = wordSet(
  "i me my mine myself we us our ours i'm i've i'll i'd we're we've we'll we'd",
);
const OTHER_PERSON = wordSet("you your yours yourself you're you've you'll you'd should");
const PRAISE = wordSet(
  'thank thanks great awesome amazing cool congrats congratulations wow nice lovely beautiful wonderful fantastic glad incredible inspiring impressive appreciate love proud sounds',
);
const BEFORE_VERB = wordSet(
  'have just also recently finally even actually already then really once',
);
const PAST = wordSet(
  'went got had was saw made took came found gave told felt left bought brought began started met lost won ran read wrote wore ate drove flew grew knew kept led sent spent taught thought built chose did fell heard held said sold sang spoke stood swam threw been done seen gone became broke caught paid put quit rode slept understood woke',
);
/** A bare "I" is no verb, and "I need" and "I feed" are in the present. */
const REGULAR_PAST = /^(?!need$|feed$|speed$|breed$|bleed$|exceed$|proceed$|succeed$)\p{L}{2,}ed$/u;
/** Above this share of capitals, a text that is not English capitalises its nouns, as German does. */
const MOST_CAPITALS = 1 / 5;

const amongWords =
  (set: ReadonlySet<string>) =>
  ({ words }: Utterance): number =>
    words.filter(({ key }) => set.has(key)).length;

/**
 * The features and their weights, with {@link BIAS}: fitted by logistic regression to ten public long
 * conversations, whose turns are marked when a question about the conversation needs them (ADR 45).
 */
export const FEATURES: readonly Feature[] = [
  {
    weight: 1.55,
    usual: 0.21,
    says: 'it answers a question',
    count: ({ isAnswer }) => Number(isAnswer),
  },
  { weight: 1.27, usual: 0.11, says: 'it names people, places or things', count: properNouns },
  {
    weight: 0.79,
    usual: 0.15,
    says: 'it says when',
    count: ({ words }) => words.filter(isTime).length,
  },
  {
    weight: 0.87,
    usual: 1.82,
    says: 'it tells what was not said before',
    count: ({ newWords }) => newWords.length,
  },
  { weight: 0.64, usual: 0.17, says: 'it tells what the speaker did', count: ownDeeds },
  { weight: 0.44, usual: 0.1, says: 'it is about family, friends or pets', count: amongWords(KIN) },
  {
    weight: 0.56,
    usual: 0.06,
    says: 'it has figures',
    count: ({ words }) => words.filter(({ key }) => isNumber(key)).length,
  },
  { weight: 0.21, usual: 0.73, says: 'it is about the speaker', count: amongWords(FIRST_PERSON) },
  { weight: -1, usual: 0.1, says: 'it asks more than it tells', count: shareOfQuestions },
  { weight: -0.24, usual: 0.61, says: 'it praises or thanks', count: amongWords(PRAISE) },
  {
    weight: -0.28,
    usual: 0.45,
    says: 'it is about the other person',
    count: amongWords(OTHER_PERSON),
  },
];

/** The number of an utterance without any feature. */
export const BIAS = -3.7;

/** Capitalised words that do not begin a sentence and name no speaker. */
function properNouns({ text, sentences, words, isSpeaker }: Utterance): number {
  const inside = sentences.flatMap((sentence) => wordsIn(sentence).slice(1));
  const capitals = inside.filter(({ text }) => /^\p{Lu}/u.test(text) && !/^I(?:'|$)/u.test(text));
  const isUsual = capitals.length > words.length * MOST_CAPITALS;
  if (isUsual && !looksEnglish(text, '')) return 0;
  const shouted = words.filter(({ text }) => /^\p{Lu}{2,}$/u.test(text)).length;
  if (shouted * 2 > words.length) return 0;
  return capitals.filter((word) => !isSpeaker(word.key) && !isTime(word)).length;
}

/** "I went", "I just finished", "we've been". */
function ownDeeds({ words }: Utterance): number {
  return words.filter(({ key }, at) => {
    if (!/^(?:i|we)(?:'ve)?$/u.test(key)) return false;
    const next = words.slice(at + 1, at + 4).find((word) => !BEFORE_VERB.has(word.key));
    return next !== undefined && (PAST.has(next.key) || REGULAR_PAST.test(next.key));
  }).length;
}

function isTime({ key, text }: Word): boolean {
  return TIME.has(key) || MONTHS.test(text);
}

function shareOfQuestions({ sentences }: Utterance): number {
  if (sentences.length === 0) return 0;
  return sentences.filter((sentence) => sentence.endsWith('?')).length / sentences.length;
}
