import type { EngineInfo } from '../api/types.ts';
import { languageChoices, languageName, languagesOf } from './spoken-languages.ts';

const info = (name: string, languages: string[] | null): EngineInfo => ({
  ...{
    name,
    kind: 'speech',
    description: '',
    remote: false,
    available: true,
    why: null,
    lastFailure: null,
  },
  ...{ usedFor: [], languages, tellsSpeakers: false, wordTimes: 'heard', cost: 'none' },
});

const engines = {
  speech: {
    ...{ default: 'tiny.en', available: ['tiny.en', 'small'] },
    ...{ language: 'auto', languages: ['de', 'en', 'fr'] },
  },
  engines: [info('tiny.en', ['en']), info('small', null)],
};

describe('the languages of speech', () => {
  it('have names', () => {
    expect(languageName('de')).toBe('German');
    expect(languageName('auto')).toBe('Find out');
  });

  it('are offered by their names, after finding out', () => {
    expect(languageChoices(['sv', 'de', 'en'])).toEqual([
      { code: 'auto', label: 'Find out' },
      { code: 'en', label: 'English' },
      { code: 'de', label: 'German' },
      { code: 'sv', label: 'Swedish' },
    ]);
  });

  it('are those that the engine knows', () => {
    expect(languagesOf(engines, '')).toEqual(['en']);
    expect(languagesOf(engines, 'tiny.en')).toEqual(['en']);
    expect(languagesOf(engines, 'small')).toEqual(['de', 'en', 'fr']);
    expect(languagesOf(engines, 'gone')).toEqual(['de', 'en', 'fr']);
  });
});
