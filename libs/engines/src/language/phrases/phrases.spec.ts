import { describe, expect, it } from '@jest/globals';
import { SUMMARY_LANGUAGES } from '#contracts/model';
import { checkPhrases } from './check-phrases.ts';
import { countedOverview, nothingSaid, topicsSentence } from './counted-overview.ts';
import { NO_WORDS, PHRASES } from './phrases.table.ts';

describe('the phrases of summaries', () => {
  it('are complete in every language', () => {
    expect(() => checkPhrases()).not.toThrow();
  });

  it('do not begin to work when a language, a phrase or a place is missing', () => {
    const { nl: _nl, ...others } = PHRASES;
    expect(() => checkPhrases(others)).toThrow('there are none for nl');
    const bare = { ...PHRASES, de: { ...PHRASES.de, topics: ' ' } };
    expect(() => checkPhrases(bare)).toThrow('de has no “topics”');
    const placeless = { ...PHRASES, fr: { ...PHRASES.fr, spoke: '{names} ont parlé.' } };
    expect(() => checkPhrases(placeless)).toThrow('“spoke” of fr has no {count}');
  });

  it('say who spoke, and how often', () => {
    const of = (speakers: readonly string[], turnCount: number) =>
      countedOverview({ speakers, turnCount }, 'en');
    expect(of(['Ada', 'Tom', 'Lin'], 12)).toBe('Ada, Tom and Lin spoke in 12 turns.');
    expect(of(['Ada'], 1)).toBe('Ada spoke in 1 turn.');
    expect(of([], 2)).toBe('Somebody spoke in 2 turns.');
    const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    expect(of(many, 70)).toBe('A, B, C, D, E and 2 others spoke in 70 turns.');
    expect(of(['$&', '{count}'], 3)).toBe('$& and {count} spoke in 3 turns.');
  });

  it.each(SUMMARY_LANGUAGES)('name speakers, numbers and topics in %s', (language) => {
    const said = countedOverview({ speakers: ['Ada', 'Tom'], turnCount: 12 }, language);
    expect(said).toMatch(/Ada.+Tom/u);
    expect(said).toContain('12');
    expect(topicsSentence(['ads'], language).join('')).toContain('ads');
    expect(nothingSaid(language)).toMatch(/\p{L}/u);
  });

  it('have no words where the language is not known', () => {
    const counted = { speakers: ['Ада', 'Том'], turnCount: 3 };
    expect(countedOverview(counted, null)).toBe('Ада, Том (3)');
    expect(topicsSentence(['запуск'], null)).toEqual(['запуск']);
    expect(Object.values(NO_WORDS).join('')).not.toMatch(/(?<!\{)\b[a-z]+\b(?!\})/u);
  });
});
