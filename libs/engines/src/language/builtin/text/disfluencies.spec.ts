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

  it.each([
    ['de', 'Es geht ähm um das Boot, und und er eh', 'Es geht um das Boot, und er eh'],
    ['de', 'Leute, die die Halle mieten', 'Leute, die die Halle mieten'],
    ['fr', 'Euh nous nous sommes mis mis en route', 'nous nous sommes mis en route'],
    ['es', 'Doce eh sacos de la la feria', 'Doce sacos de la feria'],
    ['nl', 'Hij he hebt het', 'Hij he hebt het'],
  ] as const)('in %s: %j', (language, text, clean) => {
    expect(withoutDisfluencies(text, language)).toBe(clean);
  });
});
