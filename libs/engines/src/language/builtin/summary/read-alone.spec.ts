import { brokenWords, canBeReadAlone, preferenceOf } from './read-alone.ts';

const NONE: ReadonlySet<string> = new Set();

describe('a sentence that can be read alone', () => {
  it.each([
    ['The harbour is closed until May.', true],
    ['We looked at the crane and then we looked at the light.', false],
    ['Where is the money for the crane.', false],
    ['Can we move the crane on Monday.', false],
    ['The crane is on the other side, so.', false],
    ['Whether the crane is any good for the harbour.', false],
    ['I mean the crane is on the other side.', false],
    ['What we need is a new crane for the harbour.', true],
  ])('%j: %p', (text, readable) => {
    expect(canBeReadAlone(text, 'en', NONE)).toBe(readable);
  });

  it('has no word that was broken off', () => {
    const text = 'The harb is closed until May.';
    expect(canBeReadAlone(text, 'en', new Set(['harb']))).toBe(false);
    expect(canBeReadAlone(text, 'en', NONE)).toBe(true);
  });

  it('is judged by its length and its repetitions in other languages', () => {
    expect(canBeReadAlone('Der Hafen ist bis Mai gesperrt.', 'de', NONE)).toBe(true);
    expect(canBeReadAlone('Der Hafen ist der Hafen ist gesperrt.', 'de', NONE)).toBe(false);
    expect(canBeReadAlone('Der Hafen.', null, NONE)).toBe(false);
  });
});

describe('the preference of a sentence', () => {
  it('is less if it refers back or speaks of who speaks, which is known in English only', () => {
    expect(preferenceOf('I closed the harbour.', 'en')).toBeLessThan(1);
    expect(preferenceOf("Then you've closed the harbour.", 'en')).toBeLessThan(1);
    expect(preferenceOf("It's closed until May.", 'en')).toBeLessThan(1);
    expect(preferenceOf('The harbour is closed until May.', 'en')).toBe(1);
    expect(preferenceOf('It harbour ferme en mai.', 'fr')).toBe(1);
  });
});

describe('words that were broken off', () => {
  const SAID = ['The interf the interface is new.', 'An interface, and the interface again.'];

  it('are the beginning of one that is said more often', () => {
    expect([...brokenWords(SAID, 'en')]).toEqual(['interf']);
  });

  it('are no known words, no frequent ones, and none in other languages', () => {
    const port = ['A port, and the portfolio.', 'The portfolio, a portfolio.'];
    expect([...brokenWords(port, 'en')]).toEqual([]);
    const frequent = Array.from({ length: 3 }, () => 'The interf.');
    expect([...brokenWords([...SAID, ...SAID, ...SAID, ...frequent], 'en')]).toEqual([]);
    expect([...brokenWords(SAID, 'de')]).toEqual([]);
  });
});
