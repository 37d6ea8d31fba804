import { unitsOf, weightsOf, type WeighedIn } from './importance.ts';

const ENGLISH: WeighedIn = { title: '', language: 'en' };
const weigh = (sentences: readonly string[], options: WeighedIn = ENGLISH) => {
  const units = sentences.map((text) => unitsOf(text, options.language));
  const weights = weightsOf(units, options);
  return (unit: string) => weights.get(unit) ?? 0;
};

describe('what a word of a conversation is worth', () => {
  it('grows with how often it is said', () => {
    const of = weigh(['The pier and the dock.', 'The dock.', 'The dock.']);
    expect(of('dock')).toBeCloseTo(3 * of('pier'));
  });

  it('is more for a long word, and less the later it is said first', () => {
    const of = weigh(['The dock, the harbour.', 'The rain.']);
    expect(of('harbour')).toBeGreaterThan(of('dock'));
    expect(of('dock')).toBeGreaterThan(of('rain'));
  });

  it('is more in the title', () => {
    const of = weigh(['The dock, the rain.'], { ...ENGLISH, title: 'Rain' });
    expect(of('rain')).toBeGreaterThan(of('dock'));
  });

  it('counts a pair of words that is said again, most if both carry content', () => {
    const of = weigh(['The fish dock, the rain is on.', 'A fish dock, the rain is on.']);
    expect(of('fish dock')).toBeGreaterThan(of('rain is'));
    expect(of('rain is')).toBeGreaterThan(0);
    expect(weigh(['The fish dock.'])('fish dock')).toBe(0);
  });

  it('has no words of grammar in a language that is known, and damps them where it is not', () => {
    const sentences = Array.from({ length: 8 }, () => 'Der Hafen ist heute für den Kran gesperrt.');
    expect(weigh(sentences, { title: '', language: 'de' })('der')).toBe(0);
    const unknown = weigh([...sentences, 'Leuchtturm.'], { title: '', language: null });
    expect(unknown('der')).toBeLessThan(8 * unknown('leuchtturm'));
  });
});
