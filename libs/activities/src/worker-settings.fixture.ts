import { EngineChoice } from '#engines';

/** What the activities of a test are made with, beside the engine. */
export const SETTINGS = {
  chunkTargetMs: 10_000,
  stretchMs: 60_000,
  maxAudioMs: 60_000,
  language: null,
};

/** Two engines by the names `usual` and `other`. */
export function choiceOf<Engine>(usual: Engine, other: Engine): EngineChoice<Engine> {
  const engines = new Map([
    ['usual', usual],
    ['other', other],
  ]);
  return new EngineChoice(engines, 'usual');
}
