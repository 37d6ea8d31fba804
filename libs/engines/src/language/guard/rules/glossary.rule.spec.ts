import { describe, expect, it } from '@jest/globals';
import { termsOf, type CompactEntry } from '#contracts/model';
import { correct } from '../../builtin/correct.ts';
import { itRefuses, itTakes, judged } from '../testing/judged.ts';
import { heardEntries } from '../terms/heard-entries.ts';
import { LOOK_ALIKE_NAMES } from '../testing/look-alike-names.ts';

describe('glossary terms', () => {
  itTakes([
    ['we run on cooper netties', 'we run on Kubernetes', 'Kubernetes'],
    ['we run on Cooper Netties', 'we run on Kubernetes', 'Kubernetes'],
    ['ask Shavon about it', 'ask Siobhan about it', 'Siobhan'],
    ['we use engine x there', 'we use nginx there', 'nginx'],
    ['met foreman twice', 'metformin twice', 'metformin'],
    ['we asked Kyto', 'we asked Kaito', 'Kaito'],
    ['we asked kayto tanaka', 'we asked Kaito Tanaka', 'Kaito Tanaka'],
    ["zoe's idea", "Zoë's idea", 'Zoë'],
    ['it is after word', 'it is Afterword', 'Afterword'],
  ]);
  itRefuses([
    ['I saw Luna there', 'I saw Lena there', 'Lena'],
    ['I take Celebrex daily', 'I take Celexa daily', 'Celexa'],
    ['sara tanaka called', 'Zara Tanaka called', 'Zara Tanaka'],
    ['it will do', 'it Willow', 'Willow'],
    ['the cooper left', 'the Kubernetes left', 'Kubernetes'],
    ['we asked them', 'we asked Kaito', 'Kaito'],
  ]);
});

describe('what a person has said that a term sounds like', () => {
  const entry = (term: string, ...soundsLike: readonly string[]) => ({
    ...{ term, soundsLike, language: null },
  });
  const corrected = (raw: string, glossary: readonly CompactEntry[]) =>
    correct({ speaker: 'Ada', texts: [raw], before: 'and', glossary, style: 'clean' })[0]?.text;

  it.each([
    ['ask Cato about it', 'ask Kaito about it', entry('Kaito', 'Cato', 'Kyto')],
    ['ask CATO about it', 'ask Kaito about it', entry('Kaito', 'Cato')],
    ["it is cato's idea", "it is Kaito's idea", entry('Kaito', 'Cato')],
    ['we met Jon today', 'we met John today', entry('John', 'Jon')],
    ['the key toe plan', 'the Kaito plan', entry('Kaito', 'key toe')],
    ['the key-toe plan', 'the Kaito plan', entry('Kaito', 'key toe')],
    ['the big blue bird plan', 'the Heron plan', entry('Heron', 'big blue bird')],
  ])('becomes the term: %s → %s', (raw, answer, given) => {
    expect(corrected(raw, [given])).toBe(answer);
    expect(judged(raw, answer, { glossary: [given] })).toMatchObject({ text: answer, reasons: [] });
    const without = [{ ...given, soundsLike: [] }];
    expect(judged(raw, answer, { glossary: without }).text).toBe(raw);
  });

  it.each([
    ['you may go there', 'you Mei go there', entry('Mei', 'may')],
    ['we will go there', 'we Willow go there', entry('Willow', 'will')],
    ['we go in to it', 'we go Intu it', entry('Intu', 'in to')],
    ['they ask about it', 'they Kaito about it', entry('Kaito', 'Cato')],
    ['send it to cato@example.org', 'send it to Kaito@example.org', entry('Kaito', 'Cato')],
  ])(
    'stays what it is where everybody uses it, or it is something else: %s',
    (raw, answer, given) => {
      expect(corrected(raw, [given])).toBe(raw);
      expect(judged(raw, answer, { glossary: [given] }).text).toBe(raw);
    },
  );
});

describe('the entries that may have been said', () => {
  const heard = (text: string, glossary: readonly CompactEntry[], before = '') =>
    termsOf(heardEntries({ texts: [text], before, glossary }));
  const kaito = { term: 'Kaito Tanaka', soundsLike: ['Kai Toe'], language: null };

  it('are those whose term is there, or what may be taken for it', () => {
    const glossary = ['Heron', kaito, 'Kubernetes', 'Siobhan'];
    expect(heard('the heron runs on cooper netties', glossary)).toEqual(['Heron', 'Kubernetes']);
    expect(heard('it was kai toe', glossary)).toEqual(['Kaito Tanaka']);
    expect(heard('it was tanaka', glossary)).toEqual(['Kaito Tanaka']);
    expect(heard('it was nobody that we know', glossary)).toEqual([]);
  });

  it.each([
    ['We should ask Kyto about it, and that is it.', 'en', true],
    ['Wir haben das mit Kyto gemacht, und es ist nicht gut.', 'en', false],
    ['Wir haben das mit Kyto gemacht, und es ist nicht gut.', 'de', true],
    ['We should ask Kyto about it, and that is it.', 'de', false],
    ['We should ask Kyto about it, and that is it.', null, true],
  ])('are for the language of the text: %s, %s', (text, language, counts) => {
    const entry = { term: 'Kaito', soundsLike: ['Kyto'], language };
    expect(heard(text, [entry])).toEqual(counts ? ['Kaito'] : []);
  });

  it('have the language of what was said before, when they do not tell', () => {
    const entry = { term: 'Kaito', soundsLike: [], language: 'de' };
    expect(heard('Kaito!', [entry], 'Das ist nicht gut, und wir haben es nicht.')).toEqual([
      'Kaito',
    ]);
  });
});

describe('people with names that look alike', () => {
  it('are 52 pairs', () => expect(LOOK_ALIKE_NAMES).toHaveLength(52));

  it.each(LOOK_ALIKE_NAMES)('%s is never renamed to %s', (heard, term) => {
    for (const name of [heard, heard.toLowerCase()]) {
      const raw = `Then we met ${name} at the office.`;
      const answer = `Then we met ${term} at the office.`;
      const glossary = [term];
      expect(judged(raw, answer, { glossary }).text.toLowerCase()).toBe(raw.toLowerCase());
      const request = {
        speaker: 'Ada',
        texts: [raw],
        before: '',
        glossary,
        style: 'clean' as const,
      };
      expect(correct(request)[0]?.text.toLowerCase()).toBe(raw.toLowerCase());
    }
  });
});
