import { chosenSettings, enginesFor, settingsInWords } from './run-settings.ts';

const speech = {
  ...{ default: 'tiny.en', available: ['tiny.en', 'small'] },
  ...{ language: 'auto', languages: ['de', 'en'] },
};
const MODEL = 'ollama:llama3.1';
const language = {
  default: 'builtin',
  available: ['builtin', MODEL],
  ofType: { correction: 'builtin', summary: MODEL, significance: 'builtin', agent_report: MODEL },
  offered: [],
};

describe('settings of a run', () => {
  it('offer the engines of the kind that the task type uses', () => {
    const engines = { speech, language };
    expect(enginesFor({ type: 'transcription', engine: 'speech' }, engines)).toBe(speech);
    expect(enginesFor({ type: 'backup', engine: null }, engines)).toBeNull();
  });

  it('offer the engine of the task type as the default', () => {
    const ofType = (type: 'correction' | 'summary') =>
      enginesFor({ type, engine: 'language' }, { speech, language });
    const { available } = language;
    expect(ofType('correction')).toEqual({ default: 'builtin', available });
    expect(ofType('summary')).toEqual({ default: MODEL, available });
  });

  it('contain only what was chosen', () => {
    const none = { engine: '', language: '', parts: '' } as const;
    expect(chosenSettings({ ...none, engine: 'small' })).toEqual({ engine: 'small' });
    expect(chosenSettings({ ...none, language: 'de' })).toEqual({ language: 'de' });
    expect(chosenSettings({ ...none, parts: 'channels' })).toEqual({ channels: 'separate' });
    expect(chosenSettings({ ...none, parts: 'tracks' })).toEqual({ tracks: 'all' });
    expect(chosenSettings({ ...none, parts: 'mixed' })).toEqual({ channels: 'mix' });
    expect(chosenSettings(none)).toEqual({});
  });

  it('are described when there are any', () => {
    expect(settingsInWords({})).toBeNull();
    expect(settingsInWords({ language: 'de' })).toBe('de');
    expect(settingsInWords({ engine: 'small', language: 'auto' })).toBe('small, auto');
    expect(settingsInWords({ channels: 'separate', track: 2 })).toBe('channels apart, track 2');
    expect(settingsInWords({ channels: 'mix', tracks: 'all' })).toBe('all tracks');
  });
});
