import { describe, expect, it } from '@jest/globals';
import { narrativesOf } from './memory.rule.ts';
import { retoldNarrative } from './retold.rule.ts';

const said = (before: string, after: string, text: string) => ({ before, after, text });
const toldOf = (pieces: readonly ReturnType<typeof said>[], side: 'before' | 'after') =>
  narrativesOf(pieces.map((piece) => ({ speaker: piece[side], text: piece.text })));

describe('a memory that is told again', () => {
  const pieces = [
    said('Ada', 'Ada', 'We meet at nine.'),
    said('Ada', 'Tom', 'Nine is early for me.'),
    said('Ada', 'Tom', 'Make it ten.'),
    said('Eva', 'Eva', 'Ten is fine, Ada.'),
  ];

  it('parts people who had one name, and joins those who get one', () => {
    const [narrative = ''] = toldOf(pieces, 'before');
    expect(narrative).toBe(
      'Ada: We meet at nine. Nine is early for me. Make it ten.\nEva: Ten is fine, Ada.',
    );
    const retold = retoldNarrative(narrative, pieces)?.narrative ?? '';
    expect(retold).toBe(
      'Ada: We meet at nine.\nTom: Nine is early for me. Make it ten.\nEva: Ten is fine, Ada.',
    );
    const back = pieces.map(({ before, after, text }) => said(after, before, text));
    expect(retoldNarrative(retold, back)?.narrative).toBe(narrative);
  });

  it('is the one that would be made anew, for each passage of a long talk', () => {
    const long = Array.from({ length: 60 }, (_, n) =>
      said(n % 3 === 0 ? 'Ada' : 'Tom', n % 2 === 0 ? 'Eva' : 'Tom', `We said ${n} nice things.`),
    );
    const narratives = toldOf(long, 'before');
    expect(narratives.length).toBeGreaterThan(1);
    let from = 0;
    const retold = narratives.map((narrative) => {
      const found = retoldNarrative(narrative, long, from);
      from = found?.next ?? from;
      return found?.narrative;
    });
    expect(retold).toEqual(toldOf(long, 'after'));
    expect(from).toBe(long.length);
    const last = narratives.at(-1) ?? '';
    expect(retoldNarrative(last, long)?.narrative).toBe(toldOf(long, 'after').at(-1));
  });

  it.each([['Ada: We meet at noon.'], ['Ada: We meet at nine. Nine'], ['We meet at nine.'], ['']])(
    'is none of these pieces when a person has written it: %j',
    (narrative) => {
      expect(retoldNarrative(narrative, pieces)).toBeNull();
    },
  );

  it('is none of nothing', () => {
    expect(retoldNarrative('Ada: We meet.', [])).toBeNull();
  });
});
