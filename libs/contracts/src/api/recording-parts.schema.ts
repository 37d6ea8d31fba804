import { z } from 'zod';
import { CHANNEL_CHOICES } from '../tasks/task-settings.ts';

/** Largest number of a track; no container has more. */
const MOST_TRACKS = 999;

export const channelsSchema = z
  .enum(CHANNEL_CHOICES)
  .describe(
    '`mix` transcribes all channels of a recording as one. `separate` makes a turn of each, for a call with a person on each channel.',
  );

export const trackSchema = z
  .number()
  .int()
  .min(1)
  .max(MOST_TRACKS)
  .describe(
    'Number of the only sound track to transcribe, from 1. By default it is the default track, or the first that can be decoded and is not silent.',
  );

export const tracksSchema = z
  .literal('all')
  .describe('Makes a turn of each sound track. Not together with `track`.');

/** Whether a choice of tracks does not contradict itself. */
export function choosesOneOrAll(choice: {
  readonly track?: number | undefined;
  readonly tracks?: 'all' | undefined;
}): boolean {
  return choice.track === undefined || choice.tracks === undefined;
}

/** What is said of a choice that does. */
export const ONE_OR_ALL = { path: ['tracks'], error: 'must be left out when `track` is given' };
