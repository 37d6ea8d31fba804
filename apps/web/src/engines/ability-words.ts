import type { EngineInfo } from '../api/types.ts';

/** The kinds of engines, in words. */
export const KIND_WORDS: Readonly<Record<EngineInfo['kind'], string>> = {
  speech: 'transcribes',
  language: 'corrects, summarises and reports',
  voice: 'tells voices apart',
};

const WORD_TIMES: Readonly<Record<NonNullable<EngineInfo['wordTimes']>, string>> = {
  heard: 'times of words',
  'heard or estimated': 'times of words, where the service gives them',
  estimated: 'times of words by their length',
};

const COSTS: Readonly<Record<EngineInfo['cost'], string | null>> = {
  none: null,
  known: 'costs, with a price',
  unknown: 'may cost, no price set',
};

/** The languages of an engine. @returns such as `English`, or `many languages` */
export function languagesInWords({ languages }: Pick<EngineInfo, 'languages'>): string {
  if (languages === null) return 'many languages';
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return languages.map((code) => names.of(code) ?? code).join(', ');
}

/** What an engine can do, as a list of short phrases. */
export function abilitiesInWords(engine: EngineInfo): readonly string[] {
  const { tellsSpeakers, wordTimes, cost, remote } = engine;
  return [
    KIND_WORDS[engine.kind],
    languagesInWords(engine),
    engine.kind === 'speech' && tellsSpeakers === true ? 'who speaks' : null,
    wordTimes === null ? null : WORD_TIMES[wordTimes],
    remote ? 'over a network' : 'on this machine',
    COSTS[cost],
  ].filter((phrase) => phrase !== null);
}

/** Those that can be used first, and those of a kind together. */
export function inOrder(engines: readonly EngineInfo[]): readonly EngineInfo[] {
  const rank = ({ available }: EngineInfo) => (available ? 0 : 1);
  return [...engines].sort((a, b) => rank(a) - rank(b));
}
