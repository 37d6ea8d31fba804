import { distinct, withoutRepeats } from './without-repeats.ts';

describe('an answer that says the same again and again', () => {
  it('says it once, with the sources of all', () => {
    const items = [
      { text: 'The launch moves.', sources: [1] },
      { text: 'the  launch moves', sources: [2, 1] },
      { text: 'The launch moves to May.', sources: [] },
      { text: 'The launch moves.', sources: [] },
    ];
    expect(withoutRepeats(items)).toEqual([
      { text: 'The launch moves.', sources: [1, 2, 1] },
      { text: 'The launch moves to May.', sources: [] },
    ]);
  });

  it('says it once for each person', () => {
    const items = ['Ada', 'Tom', 'Ada'].map((who) => ({ text: 'Call them.', sources: [1], who }));
    const people = withoutRepeats(items, ({ who }) => who).map(({ who }) => who);
    expect(people).toEqual(['Ada', 'Tom']);
  });

  it('names a topic once', () => {
    expect(distinct(['Launch', 'launch', 'Roof', 'Launch'])).toEqual(['Launch', 'Roof']);
  });
});
