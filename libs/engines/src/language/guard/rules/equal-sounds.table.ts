/** Where the grammar decides between two spellings of equal sound. All given conditions must hold. */
export interface SoundContext {
  readonly heard: string;
  readonly now: string;
  /** The word before is one of these; `^` is the start of a sentence, `,` a mark. */
  readonly after?: string;
  /** The word after is one of these; `$` is the end of a sentence or clause, `-ing` its ending. */
  readonly before?: string;
}

const BE = 'is are was were am be been being';
const HELPERS =
  "will would can could should may might must has have had isn't wasn't aren't weren't";
const OBJECTS = 'me him us them it you that this those these her';
const ARTICLES = 'a an the my your our his her their this that these those';
const SUBJECTS = 'i you we they he she it who';
const PREPOSITIONS =
  'of in on at with for from by about into under over near inside outside after before behind between through without';
/** Verbs that take an object and no clause, so that no subject follows them. */
const TRANSITIVE =
  'received got sent bring brought use used lost took take gave left need opened read signed paid visited bought sold fixed broke found moved cleaned called met';
const ADVERBS = 'not very really so too just always never also already still probably';
const BASE_VERBS =
  'go be do get see say make take have come give know find tell ask call send bring meet talk leave help let try keep pay buy write wait move start stop check show put work play run eat drive';
const STATES =
  'right wrong sure late early ready welcome here there kidding correct done able fine okay good great happy sorry busy free';

/** The contexts; "heard" is ungrammatical or makes no sense in each of them, and "now" fits. */
export const EQUAL_SOUNDS: readonly SoundContext[] = [
  between('their', 'there', { before: `${BE} ${HELPERS} seems` }),
  between('their', 'there', {
    after: `${BE} over up out in go went going been get from and here`,
    before: '$',
  }),
  between("they're", 'there', { before: `${BE} ${HELPERS}` }),
  between("they're", 'there', {
    after: `${BE} over up out in go went going get from`,
    before: '$',
  }),
  between('there', 'their', {
    after: `${PREPOSITIONS} ${TRANSITIVE}`,
    before:
      'own house car team work money contract office names name company report plan own children',
  }),
  between("they're", 'their', {
    after: `^ ${PREPOSITIONS} ${TRANSITIVE}`,
    before: 'own car house team work money contract office names name company report plan children',
  }),
  between('there', "they're", {
    before: `-ing going not ${STATES} all`,
    after: '^ , and but so if because that think know',
  }),
  between('their', "they're", { before: `-ing ${ADVERBS} a an the ${STATES}` }),
  between('your', "you're", {
    before: `${ADVERBS} a an the going coming doing making ${STATES}`,
    after: `^ , and but so if because that when think know hope sure`,
  }),
  between('your', "you're", { before: 'welcome kidding going' }),
  between("you're", 'your', { after: `${PREPOSITIONS} ${TRANSITIVE}` }),
  between('its', "it's", {
    before: `a an the not been going my your our very really just too time okay raining snowing ${STATES}`,
  }),
  between("it's", 'its', {
    after: PREPOSITIONS,
    before: 'own name place price cost size value way',
  }),
  between("it's", 'its', { after: '^', before: 'name' }),
  between('whose', "who's", { before: 'there going coming -ing the a an', after: '^ , know and' }),
  between("who's", 'whose', { before: 'car house phone idea fault turn name' }),
  between('to', 'too', { before: 'much late' }),
  between('to', 'too', { after: `${OBJECTS} and`, before: '$' }),
  between('too', 'to', {
    before: `${ARTICLES} ${BASE_VERBS}`,
    after: 'want need have going like try able went go used',
  }),
  // Most short verbs are also nouns: "we need two work permits".
  between('two', 'to', {
    before: 'go be do get see say make have come know find ask bring leave',
    after: 'want need have has had going like try able used wants needs supposed',
  }),
  between('two', 'too', { before: 'much many late long' }),
  between('four', 'for', {
    before: `me him us them you ${ARTICLES}`,
    after:
      'wait waiting ask asked look looking pay paid call thanks thank is was it that good work this',
  }),
  between('one', 'won', { before: 'the a an it our this that', after: 'i we he she they who' }),
  between('won', 'one', { after: 'no any every this that the which only another' }),
  between('hole', 'whole', {
    before:
      'team thing time day week year world story lot group family point place company project month house life process point',
    after: ARTICLES,
  }),
  between('know', 'no', { before: ',', after: '^' }),
  between('know', 'no', {
    before: 'one problem idea way reason more need',
    after: 'there is was are have has',
  }),
  between('no', 'know', {
    before: `that what how who where why if him her them it the $ already about`,
    after: "i we they don't didn't to not never",
  }),
  between('here', 'hear', {
    before: `${OBJECTS} from about the`,
    after: "can you to i we could can't didn't don't",
  }),
  between('hear', 'here', { before: '$', after: `over right come ${BE} in from up` }),
  between('new', 'knew', {
    before: `that the it what how he she they we you him her about`,
    after: SUBJECTS,
  }),
  between('knew', 'new', { after: ARTICLES.replace('that', '') }),
  between('weather', 'whether', {
    before: `or ${SUBJECTS}`,
    after: '^ know ask asked wonder see sure decide tell on of',
  }),
  between('whether', 'weather', { after: 'the', before: `${BE} $ in` }),
  between('weak', 'week', { after: 'next last this every per each' }),
  between('week', 'weak', { after: 'too very so' }),
  between('peace', 'piece', { before: 'of', after: 'a one this that' }),
  between('piece', 'peace', { before: 'and', after: 'in for' }),
  between('write', 'right', { before: 'now away', after: '^ is are do start' }),
  between('by', 'buy', { before: `some ${ARTICLES}`, after: 'to will can could should' }),
  between('meat', 'meet', {
    before: `${OBJECTS} on at in with`,
    after: 'to we will can lets let nice',
  }),
  between('sea', 'see', { before: `${OBJECTS} if what how`, after: 'i we to can will let me' }),
  between('wood', 'would', { before: 'like be have you we i', after: `${SUBJECTS} that` }),
  between('would', 'wood', { after: 'of the', before: `${BE} $` }),
  between('aloud', 'allowed', { before: 'to', after: `not ${BE}` }),
  between('past', 'passed', { before: 'the a an on it', after: 'have has had' }),
  between('passed', 'past', { after: 'the', before: 'year week month few' }),
  between('wear', 'where', { before: `${BE} do did`, after: '^ know , and' }),
  between('ware', 'where', { before: `${BE} do did` }),
  between('weight', 'wait', { before: 'for', after: 'please' }),
  between('bare', 'bear', { before: 'with', after: 'please ^ to' }),
  between('whole', 'hole', { before: 'in', after: 'a' }),
  between('lets', "let's", { before: `${BASE_VERBS} not`, after: '^ , so and okay ok now well' }),
  between('due', 'do', { before: 'it that this', after: 'to we can will' }),
  between('ill', "i'll", { before: BASE_VERBS, after: '^ , and but so then okay if that think' }),
  between('id', "i'd", {
    before: 'like love rather be say prefer',
    after: '^ , and but so if that think',
  }),
  between('wed', "we'd", {
    before: 'like love rather be need',
    after: '^ , and but so if that think',
  }),
  between('hell', "he'll", {
    before: 'be call send come do get',
    after: '^ , and but so if that think',
  }),
  between('shell', "she'll", {
    before: 'be call send come do get',
    after: '^ , and but so if that think',
  }),
  between('well', "we'll", { before: 'see be', after: 'and then so , but' }),
  between('of', 'have', { after: 'should could would must might may' }),
];

/** Pairs of which only the unstressed form sounds equal, or only the letters are. */
export const NEARLY_EQUAL: ReadonlySet<string> = new Set([
  'of have',
  "ill i'll",
  "your you're",
  "hell he'll",
  "shell she'll",
  "well we'll",
  "id i'd",
  "wed we'd",
]);

function between(
  heard: string,
  now: string,
  where: Pick<SoundContext, 'after' | 'before'>,
): SoundContext {
  return { heard, now, ...where };
}
