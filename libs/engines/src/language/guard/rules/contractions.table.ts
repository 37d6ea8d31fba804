/** Negated auxiliaries that are contracted regularly: "do not" to "don't". */
const NEGATED = 'do does did is are was were has have had could would should must might need'.split(
  ' ',
);
/** Contractions of a pronoun or adverb with a verb; "'s" and "'d" have two readings each. */
const WITH_VERBS: readonly (readonly [ending: string, verbs: readonly string[], bases: string])[] =
  [
    ["'m", ['am'], 'i'],
    ["'re", ['are'], 'you we they who what there where how'],
    ["'ve", ['have'], 'i you we they who could would should might must there'],
    ["'ll", ['will'], 'i you he she it we they who what that there this'],
    [
      "'s",
      ['is', 'has'],
      'he she it that what who where when how there here this everyone everything someone something nobody nothing',
    ],
    ["'d", ['had', 'would'], 'i you he she it we they who that there'],
  ];
/** Irregular and colloquial forms. */
const OTHERS: readonly (readonly [short: string, long: string])[] = [
  ["can't", 'can not'],
  ["won't", 'will not'],
  ["shan't", 'shall not'],
  ['cannot', 'can not'],
  ["let's", 'let us'],
  ["y'all", 'you all'],
  ['gonna', 'going to'],
  ['wanna', 'want to'],
  ['gotta', 'got to'],
  ['kinda', 'kind of'],
  ['sorta', 'sort of'],
  ['dunno', 'do not know'],
  ['lemme', 'let me'],
  ['gimme', 'give me'],
  ['ok', 'okay'],
  ['alright', 'all right'],
  ['thru', 'through'],
  ['tho', 'though'],
];
/**
 * Contractions that are words of their own without their apostrophe. What they are is a matter of
 * grammar, so they are in the table of equal sounds.
 */
const OTHER_WORDS = new Set(
  "she'll he'll we'll we're it's i'll i'd we'd she'd he'd let's who're".split(' '),
);

/** What contractions stand for; also those without an apostrophe that are no words. */
export const CONTRACTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ...OTHERS.flatMap(([short, long]) => spellings(short, [long])),
  ...NEGATED.flatMap((verb) => spellings(`${verb}n't`, [`${verb} not`])),
  ...WITH_VERBS.flatMap(([ending, verbs, bases]) =>
    bases.split(' ').flatMap((base) =>
      spellings(
        base + ending,
        verbs.map((verb) => `${base} ${verb}`),
      ),
    ),
  ),
]);

function spellings(short: string, long: readonly string[]): [string, readonly string[]][] {
  const bare = short.replace("'", '');
  const both = bare === short || OTHER_WORDS.has(short) ? [short] : [short, bare];
  return both.map((spelling) => [spelling, long]);
}
