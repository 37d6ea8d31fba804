import { guardCorrection } from '../guard/guard.ts';
import { correct } from './correct.ts';

const glossary = [
  'Afterword',
  'Temporal',
  'Kaito',
  'Kubernetes',
  'Zoë',
  'Kaito Tanaka',
  'Redis',
  'Mark',
  'Priya',
];
const corrected = (text: string, before = '') =>
  correct({ speaker: 'Ada', texts: [text], before, glossary, style: 'clean' })[0]!;

/** Raw text, and the expected correction. */
const CASES: readonly (readonly [string, string])[] = [
  ['So the the plan is w- we go.', 'So the plan is we go.'],
  ['I I I think we should we should go.', 'I think we should go.'],
  ["B-but I-I don't know th-that.", "But I don't know that."],
  ['And then we, we left.', 'And then we left.'],
  ['Thank you. Thank you. Thank you. Thank you. Bye.', 'Thank you. Bye.'],
  ['See you see you see you see you see you', 'See you'],
  ['We asked Kyto about Kayto.', 'We asked Kaito about Kaito.'],
  ['It runs on tempo roll and cooper netties.', 'It runs on Temporal and Kubernetes.'],
  ['We call it after word.', 'We call it Afterword.'],
  ["That is zoe's idea, kayto tanaka said.", "That is Zoë's idea, Kaito Tanaka said."],
  ['We use redis, not kubernetes.', 'We use Redis, not Kubernetes.'],
  ['Well ,  hello,world.', 'Well, hello, world.'],
  ["i think i'm late. we go now, and i mean now.", "I think I'm late. We go now, and I mean now."],
  ['Im sure he didnt, right?.', "I'm sure he didn't, right?"],
];

/** Texts that look incorrect but are correct. */
const CORRECT = [
  'He had had enough of that that day, and it was very very good.',
  'No no, bye bye! Ha ha ha ha.',
  'No no no no no, I said no.',
  'What it is is a mess.',
  'It went on and on and on, over and over and over again.',
  'I love you I love you',
  'Kaito flew a kite over the temple.',
  'I asked Kato and Katy about Nora and Rita.',
  'Mark it as done. They write, read and redo it.',
  'Call 5 5 5 5 5 0 1, at 10:30, for 1,000.50 euros.',
  'Five five five five one two three.',
  'E.g. this one, at 5 p.m. on iPhone, see example.com or a_b.c.',
  'Mr. Smith said... well, nothing',
  'The U.S. economy grew, and so did Washington D.C. in part.',
  'She has a Ph.D. in physics from Miller and Co. in the north.',
  'It is due on Jan. 5, or on Fri. at the latest.',
  'He left on tues. last week, in sept. last year, or in dec. of that.',
  'Ask the govt. office, the asst. manager, or the mfg. plant for intl. sales.',
  'The avg. price, incl. tax and excl. fees, is the max. allowed at that temp. here.',
  'Add 2 tbsp. sugar and 3 oz. butter, cont. below, as in ch. three and sec. two, ed. by Kim.',
  'and that is where it goes on',
  'Ich habe die die Leute gesehen, und i bin da, die das das sagen.',
  'Всё всё всё хорошо , да ?',
  '今天今天我们不去学校',
  '',
  '   ',
  '😀 👍',
];

describe('correct', () => {
  it.each(CASES)('%s → %s', (raw, text) => {
    expect(corrected(raw).text).toBe(text);
  });

  it.each(CORRECT)('leaves unchanged: %s', (raw) => {
    expect(corrected(raw, 'and')).toEqual({ text: raw });
  });

  it('capitalises the start of a piece only after a completed sentence', () => {
    const texts = ['so we go.', 'then we eat and', 'drink'];
    const answer = correct({ speaker: 'Ada', texts, before: 'and', glossary: [], style: 'clean' });
    expect(answer.map(({ text }) => text)).toEqual(['so we go.', 'Then we eat and', 'drink']);
  });

  it('is idempotent', () => {
    for (const [raw] of CASES) {
      const { text } = corrected(raw);
      expect(corrected(text)).toEqual({ text });
    }
  });

  it('passes the correction guards for any input', () => {
    for (const raw of generatedTexts(3_000)) {
      const { text } = corrected(raw);
      const verdict = guardCorrection({ raw, corrected: text, glossary, style: 'clean' });
      expect([raw, verdict.spans.filter(({ outcome }) => outcome === 'refused')]).toEqual([
        raw,
        [],
      ]);
      expect([raw, verdict.text]).toEqual([raw, text]);
    }
  });
});

const PIECES =
  "the the|we we|I I I|w- we|th- that|had had|no no|not|don't|never|15|two|two|tempo roll|Kyto|kite|Anna|Tom|and then|and then|i think|i think|it is|it is|send|report|by friday|.|,| ,|?|  |after word|cooper netties|very very|thank you|hello|without|none|1,000|at 10:30|kayto tanaka|priya's|because|so|um|is|was|good|house|dont|im".split(
    '|',
  );

/** Pseudo-random combinations of the pieces, from a fixed seed. */
function generatedTexts(count: number): readonly string[] {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + next(14) }, () => PIECES[next(PIECES.length)]).join(' '),
  );
}
