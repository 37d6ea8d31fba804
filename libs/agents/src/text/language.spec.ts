import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.ts';

describe('the language of a sentence', () => {
  it.each([
    ["Parking's sorted.", 'en'],
    ['Final answer, no fireworks.', 'en'],
    ['Jana ruft morgen die Druckerei an.', 'de'],
    ["S'il pleut, on reste.", 'fr'],
    ['¿Te encargas de la música?', 'es'],
    ['No hacemos rifa.', 'es'],
  ])('is told from few words: %s', (sentence, language) => {
    expect(languageOf(sentence)).toBe(language);
  });
});
