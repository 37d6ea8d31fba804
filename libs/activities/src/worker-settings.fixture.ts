import { EngineChoice } from '#engines';

/** Settings of the speech activities in tests. */
export const SETTINGS = {
  chunkTargetMs: 10_000,
  stretchMs: 60_000,
  firstStretchMs: 20_000,
  maxAudioMs: 60_000,
  language: null,
  diarisation: 'on' as const,
};

/** Two engines named `usual`, which is the default, and `other`. */
export function choiceOf<Engine>(usual: Engine, other: Engine): EngineChoice<Engine> {
  const engines = new Map([
    ['usual', usual],
    ['other', other],
  ]);
  return new EngineChoice(engines, 'usual');
}
