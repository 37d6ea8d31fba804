import type { Engines, Task, TaskTypeInfo } from '../api/types.ts';

/** Engines that a task may request. */
export interface OfferedEngines {
  /** The engine when none is requested. */
  readonly default: string;
  readonly available: readonly string[];
}

/** The engines for tasks of a type; `null` when the type uses no engine. */
export function enginesFor(
  { type, engine }: Pick<TaskTypeInfo, 'type' | 'engine'>,
  { speech, language }: Pick<Engines, 'speech' | 'language'>,
): OfferedEngines | null {
  if (engine === null) return null;
  if (engine === 'speech') return speech;
  const ofType = new Map<string, string>(Object.entries(language.ofType));
  return { default: ofType.get(type) ?? language.default, available: language.available };
}

/** What becomes of the channels and tracks of a recording, as a person chooses it. */
export const PARTS = {
  mixed: { label: 'Mixed into one turn', settings: { channels: 'mix' } },
  channels: { label: 'A turn for each channel', settings: { channels: 'separate' } },
  tracks: { label: 'A turn for each track', settings: { tracks: 'all' } },
} as const satisfies Record<string, { label: string; settings: Task['settings'] }>;
/** Empty for what it is now. */
export type PartsName = keyof typeof PARTS | '';

/** The choices of a form; empty ones were not made. */
export interface Choices {
  readonly engine: string;
  readonly language: string;
  readonly parts: PartsName;
}

/** The settings for a retry: only the chosen ones, so that the others stay unchanged. */
export function chosenSettings({ engine, language, parts }: Choices): Task['settings'] {
  return {
    ...(engine === '' ? {} : { engine }),
    ...(language === '' ? {} : { language }),
    ...(parts === '' ? {} : PARTS[parts].settings),
  };
}

/**
 * Describes the settings of a task that differ from the defaults of the operator.
 *
 * @returns Such as `small, de` or `financial`; `null` when there are none.
 */
export function settingsInWords(settings: Task['settings']): string | null {
  const { agent, engine, language, channels, track, tracks } = settings;
  const parts = [
    channels === 'separate' ? 'channels apart' : undefined,
    track === undefined ? undefined : `track ${track}`,
    tracks === undefined ? undefined : 'all tracks',
  ];
  const words = [agent, engine, language, ...parts].filter((word) => word !== undefined);
  return words.length === 0 ? null : words.join(', ');
}
