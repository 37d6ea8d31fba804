import { endlessRepetition } from './endless-repetition.ts';

const PROSE = Array.from({ length: 60 }, (_, n) => `Point ${n} is that ${n * n} came of it.`);

describe('an answer', () => {
  it.each([
    ['a character', '!', 400],
    ['a word', 'and ', 100],
    ['a sentence', 'They agreed on the plan. ', 16],
    ['an object', '{"text":"We met.","turns":[1]},', 13],
    ['a paragraph', `${PROSE.slice(0, 5).join(' ')} `, 8],
  ])('repeats %s endlessly', (_what, unit, times) => {
    const start = PROSE.join(' ');
    expect(endlessRepetition(start + unit.repeat(times))).toContain(unit);
    expect(
      endlessRepetition(start + unit.repeat(times) + unit.slice(0, unit.length / 2)),
    ).not.toBeNull();
  });

  it.each([
    ['prose', PROSE.join(' ')],
    ['a laugh', `He said: ${'ha '.repeat(40)}`],
    ['a ruler', '-'.repeat(200)],
    ['a list of the same kind', PROSE.map((text, n) => `{"n":${n},"text":"${text}"}`).join(',')],
    ['a repetition that has ended', `${'again '.repeat(200)}and then it went on.`],
    ['nothing', ''],
  ])('does not, if it is %s', (_what, text) => {
    expect(endlessRepetition(text)).toBeNull();
  });

  it('is checked in the same time, however long it is', () => {
    const long = PROSE.join(' ').repeat(2_000);
    expect(endlessRepetition(long)).toBeNull();
  });
});
