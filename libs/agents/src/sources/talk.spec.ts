import { addTalk, talkOf } from './talk.ts';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';

const turn = (speaker: string, text: string, spokenMs = 0) => ({ speaker, text, spokenMs });

describe('talkOf', () => {
  it('counts turns, words and time of each speaker, in the order of their first turns', () => {
    const talk = talkOf([
      turn('Tom', 'We start on Monday.', 2_000),
      turn('Ada', "That's fine.", 1_500),
      turn('Tom', 'Good', 500),
    ]);
    expect(talk).toMatchObject([
      { speaker: 'Tom', turns: 2, words: 5, spokenMs: 2_500, questions: 0 },
      { speaker: 'Ada', turns: 1, words: 2, spokenMs: 1_500, questions: 0 },
    ]);
  });

  it.each([
    'Who pays?',
    'Who pays?!',
    '(Who pays?) ',
    '谁付钱？',
    'من يدفع؟',
    'He asked "who pays?"',
  ])('counts %j as a question', (text) => {
    expect(talkOf([turn('Ada', text)])).toMatchObject([{ sentences: 1, questions: 1 }]);
  });

  it('counts words that are written without spaces between them', () => {
    const words = talkOf([turn('Li', '我们下周一开始工作')])[0]?.words ?? 0;
    expect(words).toBeGreaterThan(2);
    expect(words).toBeLessThan(9);
  });

  it('has nothing to count in silence', () => {
    expect(talkOf([])).toEqual([]);
    expect(talkOf([turn('Ada', ' ')])).toMatchObject([{ turns: 1, words: 0, sentences: 0 }]);
  });

  it.each(['7', '(', '?', ' ', '谁'])('takes no longer than its length for %j', (character) => {
    const count = (length: number) => () => talkOf([turn('Ada', character.repeat(length))]);
    expectLinearTime(count(10_000), count(20_000));
  });
});

describe('addTalk', () => {
  it('adds up the counts of several sources, whole by whole as turn by turn', () => {
    const first = [turn('Ada', 'Who pays?', 900), turn('Tom', 'We do.', 700)];
    const second = [turn('Tom', 'Again, we do.'), turn('Lin', 'Good.')];
    expect(addTalk([talkOf(first), talkOf(second)])).toEqual(talkOf([...first, ...second]));
  });

  it('is empty without sources', () => {
    expect(addTalk([])).toEqual([]);
  });
});
