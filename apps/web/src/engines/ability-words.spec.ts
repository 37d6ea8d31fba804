import type { EngineInfo } from '../api/types.ts';
import { abilitiesInWords, inOrder, languagesInWords } from './ability-words.ts';

const SERVICE: EngineInfo = {
  ...{ name: 'openai:whisper-1', kind: 'speech', description: 'Models of OpenAI.' },
  ...{
    remote: true,
    available: true,
    why: null,
    lastFailure: null,
    usedFor: ['transcription'],
    languages: null,
  },
  ...{ tellsSpeakers: false, wordTimes: 'heard', cost: 'unknown' },
};
const LOCAL: EngineInfo = {
  ...{ name: 'tiny.en', kind: 'speech', description: 'Local Whisper.' },
  ...{
    remote: false,
    available: true,
    why: null,
    lastFailure: null,
    usedFor: [],
    languages: ['en'],
  },
  ...{ tellsSpeakers: false, wordTimes: 'heard', cost: 'none' },
};

it('says what an engine can do, where it is, and whether it costs', () => {
  expect(abilitiesInWords(SERVICE)).toEqual([
    ...['transcribes', 'many languages', 'times of words', 'over a network'],
    'may cost, no price set',
  ]);
  expect(abilitiesInWords(LOCAL)).toEqual([
    ...['transcribes', 'English', 'times of words', 'on this machine'],
  ]);
  const diarising: EngineInfo = { ...SERVICE, tellsSpeakers: true, wordTimes: 'estimated' };
  expect(abilitiesInWords(diarising)).toContain('who speaks');
  expect(abilitiesInWords(diarising)).toContain('times of words by their length');
});

it('does not repeat what an engine for voices does', () => {
  const voice: EngineInfo = { ...LOCAL, kind: 'voice', tellsSpeakers: true, wordTimes: null };
  expect(abilitiesInWords(voice)).toEqual(['tells voices apart', 'English', 'on this machine']);
});

it('names languages, and puts what can be used first', () => {
  expect(languagesInWords({ languages: ['en', 'de'] })).toBe('English, German');
  const missing = { ...SERVICE, name: 'openai', available: false };
  expect(inOrder([missing, LOCAL, SERVICE]).map(({ name }) => name)).toEqual([
    ...['tiny.en', 'openai:whisper-1', 'openai'],
  ]);
});
