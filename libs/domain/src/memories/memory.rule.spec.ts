import { describe, expect, it } from '@jest/globals';
import { narrativesOf, PASSAGE_WORDS } from './memory.rule.ts';

const said = (text: string, speaker = 'Ada') => ({ speaker, text });
const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');

describe('what is remembered of turns', () => {
  it('is one narrative of all that was posted together', () => {
    const turns = [said('My daughter was born.'), said('Congratulations!', 'Tom')];
    expect(narrativesOf(turns)).toEqual(['Ada: My daughter was born.\nTom: Congratulations!']);
  });

  it.each([[[]], [[said('ok')]], [[said('yes, of course')]], [[said('…')]]])(
    'is nothing when too little was said',
    (turns) => expect(narrativesOf(turns)).toEqual([]),
  );

  it('names a speaker once for what they said in one go', () => {
    expect(narrativesOf([said('We launch'), said('on Monday.')])).toEqual([
      'Ada: We launch on Monday.',
    ]);
  });

  it('counts words of any script', () => {
    expect(narrativesOf([said('Мы запускаем в понедельник')])).toHaveLength(1);
  });

  it('is cut into passages when much was said, and nothing is left out', () => {
    const pieces = Array.from({ length: 50 }, () => said(words(10)));
    const narratives = narrativesOf(pieces);
    // Twelve pieces of ten words fill a passage.
    expect(narratives).toHaveLength(Math.ceil(50 / (PASSAGE_WORDS / 10)));
    expect(narratives.join(' ').match(/word0/g)).toHaveLength(50);
  });

  it('keeps a few last words with the passage before them', () => {
    const narratives = narrativesOf([said(words(PASSAGE_WORDS)), said('Good night.')]);
    expect(narratives).toHaveLength(1);
    expect(narratives[0]).toMatch(/Good night\.$/);
  });
});
