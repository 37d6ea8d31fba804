/** Pseudo-random numbers from a seed, so that a failure can be repeated. */
export class Dice {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 4_294_967_296) * limit);
  }

  of<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('there is nothing to choose from');
    return item;
  }
}

const words = (list: string): readonly string[] => list.split(' ');

/** Words that exclude each other: one in place of another says something else. */
export const EXCHANGES: readonly (readonly string[])[] = [
  words('Ada Tom Maya Boris Ines Ravi Olga Kenji Fatima Pedro Luna Lena Jill Will Anna Hannah'),
  words('he she they we you I'),
  words('him her them us you me'),
  words('my your his her our their'),
  words('must may might could should will would can'),
  words('always never often seldom sometimes'),
  words('before after during'),
  words('monday tuesday wednesday thursday friday sunday'),
  words('january march april june july august october'),
  words('two three seven nine twelve thirteen thirty fourteen forty ninety'),
  words('euros dollars pounds yen cents'),
  words('kilograms grams milligrams pounds tons'),
  words('hours minutes days weeks months years'),
  words('up down'),
  words('open close lock unlock'),
  words('buy sell rent lease'),
  words('increase decrease double halve'),
  words('left right'),
  words('all some most none'),
  words('with without'),
  words('accept reject ignore'),
  words('legal illegal'),
  words('safe unsafe dangerous'),
  words('first second third last'),
];

/** Sentences with a slot for each exchange, by its index in {@link EXCHANGES}. */
const PATTERNS = [
  '{0} told {2} that the meeting is on {7}',
  '{1} {4} send {5} contract {6} {7}',
  'in {8} {1} paid {9} {10} for it',
  'the parcel weighs {9} {11} and came in {8}',
  'we waited {9} {12} for {0}',
  'the price went {13} in {8}',
  '{0} {4} {14} the door {6} noon',
  '{1} {5} {4} {15} the house',
  'the sales {4} {16} in {8}',
  'turn {17} at the {23} light',
  '{18} of them came {19} {5} children',
  '{1} {4} {20} the offer on {7}',
  'it is {21} and {22} to do that',
  '{0} {5} {23} visit was in {8}',
  '{1} {5} team {4} {20} it',
].map((pattern) =>
  pattern
    .replace('{1} {5} {4}', '{1} {4}')
    .replace('{0} {5} {23}', '{5} {23}')
    .replace('{1} {5} team', '{5} team'),
);

/** A sentence as words, with the exchanges that its words belong to. */
export interface SlottedSentence {
  readonly words: readonly string[];
  /** Of each word; `null` for words that are in no exchange. */
  readonly exchanges: readonly (readonly string[] | null)[];
}

/** A random sentence, without capitals and marks, as typed or heard. */
export function sentence(dice: Dice): SlottedSentence {
  const parts = dice.of(PATTERNS).split(' ');
  const exchanges = parts.map((part) => {
    const slot = /^\{(\d+)\}$/u.exec(part)?.[1];
    return slot === undefined ? null : (EXCHANGES[Number(slot)] ?? null);
  });
  return { words: parts.map((part, at) => fill(part, exchanges[at], dice)), exchanges };
}

function fill(part: string, exchange: readonly string[] | null | undefined, dice: Dice): string {
  return exchange === null || exchange === undefined ? part : dice.of(exchange);
}
