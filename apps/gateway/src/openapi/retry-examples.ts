import type { Engines, Task, TextVersion } from '#contracts/api';
import { CLIP_EXAMPLE, TASK_EXAMPLE } from './examples.ts';

/** Examples of running work again, by another engine. */
export const ENGINES_EXAMPLE: Engines = {
  speech: { default: 'tiny.en', available: ['tiny.en', 'small'] },
  language: { default: 'builtin', available: ['builtin', 'openai-compatible'] },
};

/** The sample transcription once more, by another model. */
export const RETRIED_EXAMPLE: Task = {
  ...TASK_EXAMPLE,
  state: 'pending',
  attempt: 2,
  settings: { engine: 'small', language: 'en' },
  live: false,
};

export const TEXT_VERSION_EXAMPLE: TextVersion = {
  id: 'ver_01jd3k4m5n6p7q8r9s0t1v2w48',
  conversationId: CLIP_EXAMPLE.conversationId,
  turnId: CLIP_EXAMPLE.turnId,
  clipId: CLIP_EXAMPLE.id,
  revision: 1,
  replacedByTaskId: TASK_EXAMPLE.id,
  createdAt: '2026-11-22T10:02:00.000Z',
  segments: [
    {
      startMs: 300,
      endMs: 1900,
      text: 'Good morning, every one.',
      layer: 'raw',
      layers: { raw: 'Good morning, every one.', corrected: null, edited: null },
      confidence: 0.81,
    },
  ],
};
