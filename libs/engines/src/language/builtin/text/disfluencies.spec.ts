import { withoutDisfluencies } from './disfluencies.ts';

describe('a text without disfluencies', () => {
  it.each([
    ['So um we we decided to go', 'So we decided to go'],
    ['in the in the in the end', 'in the end'],
    ['Th the meet- meeting is over', 'the meeting is over'],
    ["I I think it it's done", "I think it's done"],
    ['the s small bear', 'the small bear'],
    ['Call 5 5 5 1 2 1 2', 'Call 5 5 5 1 2 1 2'],
    ['It was very very good, no no', 'It was very very good, no no'],
    ['He had had enough', 'He had had enough'],
    ['a apple', 'a apple'],
    ['be better', 'be better'],
    ['', ''],
  ])('%j', (text, clean) => {
    expect(withoutDisfluencies(text)).toBe(clean);
  });
});
