import type { Engines } from '#contracts/api';

const MODEL = 'anthropic:claude-sonnet-4-5';

export const ENGINES_EXAMPLE: Engines = {
  speech: {
    ...{ default: 'tiny.en', available: ['tiny.en', 'small'] },
    ...{ language: 'auto', languages: ['de', 'en', 'fr'] },
  },
  language: {
    default: 'builtin',
    available: ['builtin', MODEL],
    ofType: {
      correction: 'builtin',
      summary: MODEL,
      significance: 'builtin',
      agent_report: MODEL,
    },
    offered: [],
  },
  engines: [
    {
      ...{ name: 'tiny.en', kind: 'speech', remote: false, available: true, why: null },
      lastFailure: null,
      description: 'Local Whisper in a Python process; tasks request it by the name of a model.',
      ...{ usedFor: ['transcription'], languages: ['en'] },
      ...{ tellsSpeakers: false, wordTimes: 'heard', cost: 'none' },
    },
    {
      ...{ name: 'openai', kind: 'speech', remote: true, available: false },
      description: 'Models of OpenAI that transcribe, such as `openai:whisper-1`.',
      lastFailure: null,
      why: 'Set AFTERWORD_OPENAI_API_KEY, and name a model as openai:model in AFTERWORD_SPEECH_MODELS.',
      ...{ usedFor: [], languages: null },
      ...{ tellsSpeakers: false, wordTimes: 'estimated', cost: 'unknown' },
    },
  ],
};
