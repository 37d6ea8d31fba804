import { termsOf } from './terms.ts';

describe('terms of a glossary', () => {
  it('are separated by commas and line breaks, each once', () => {
    expect(termsOf(' Kaito, Project Heron\nKaito,, ')).toEqual(['Kaito', 'Project Heron']);
    expect(termsOf('カイト、ヘロン')).toEqual(['カイト', 'ヘロン']);
    expect(termsOf(' ')).toEqual([]);
  });
});
