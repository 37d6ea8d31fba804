import { engineRows } from './engine-rows.ts';

const types = [
  { type: 'transcription', name: 'A transcription', engine: 'speech' },
  { type: 'summary', name: 'A summary', engine: 'language' },
  { type: 'backup', name: 'A backup', engine: null },
] as const;

it('shows what each type of task uses, and what else its tasks may ask for', () => {
  const engines = {
    speech: {
      ...{ default: 'tiny.en', available: ['tiny.en', 'small'] },
      ...{ language: 'auto', languages: ['de', 'en'] },
    },
    language: {
      default: 'builtin',
      available: ['builtin', 'ollama:llama3.1'],
      ofType: {
        ...{ correction: 'builtin', summary: 'ollama:llama3.1' },
        ...{ significance: 'builtin', agent_report: 'builtin' },
      },
      offered: [],
    },
  };
  expect(engineRows(engines, types)).toEqual([
    {
      ...{ type: 'transcription', name: 'A transcription' },
      ...{ engine: 'tiny.en', others: ['small'] },
    },
    { type: 'summary', name: 'A summary', engine: 'ollama:llama3.1', others: ['builtin'] },
  ]);
});
