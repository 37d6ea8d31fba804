import type { MinutePrices } from '#contracts/model';
import { EngineChoice } from '#engines';
import type { LanguageDependencies } from './shared/language/language-dependencies.ts';

/** Settings of the speech activities in tests. */
export const SETTINGS = {
  chunkTargetMs: 10_000,
  stretchMs: 60_000,
  firstStretchMs: 20_000,
  maxAudioMs: 60_000,
  language: null,
  diarisation: 'on' as const,
};

/** What takes the place of a language engine that was given up, and the prices of models. */
interface BesideEngines extends Pick<LanguageDependencies, 'fallback' | 'prices'> {
  readonly minutePrices: MinutePrices;
}

export const NOTHING_BESIDE: BesideEngines = { fallback: null, prices: {}, minutePrices: {} };

/** Two engines named `usual`, which is the default, and `other`. */
export function choiceOf<Engine>(usual: Engine, other: Engine): EngineChoice<Engine> {
  const engines = new Map([
    ['usual', usual],
    ['other', other],
  ]);
  return new EngineChoice(engines, 'usual');
}
