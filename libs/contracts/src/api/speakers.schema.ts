import { z } from 'zod';
import { DIARISATION_CHOICES } from '../tasks/task-settings.ts';

/** More speakers in one recording are not told apart, whatever a hint says. */
export const MOST_HINTED_SPEAKERS = 50;

const countSchema = z.number().int().min(1).max(MOST_HINTED_SPEAKERS);

export const diarisationSchema = z
  .enum(DIARISATION_CHOICES)
  .describe(
    '`on` tells the speakers of a recording apart by their voices, and makes a turn of what each says. `off` leaves it one turn. By default as the installation says, and `off` for a recording whose speaker is named, unless a number of speakers is given. Channels or tracks that are turns of their own are never told apart.',
  );

export const speakersSchema = countSchema.describe(
  'How many speakers there are. Without it, the number is estimated. Not together with `minSpeakers` or `maxSpeakers`.',
);
export const minSpeakersSchema = countSchema.describe('Fewest speakers that there may be.');
export const maxSpeakersSchema = countSchema.describe('Most speakers that there may be.');

/** What is known of the speakers, as requests give it. */
export interface GivenSpeakers {
  readonly diarisation?: 'on' | 'off' | undefined;
  readonly speakers?: number | undefined;
  readonly minSpeakers?: number | undefined;
  readonly maxSpeakers?: number | undefined;
}

/** Reports what of the hints contradicts itself. */
export function checkSpeakers(given: GivenSpeakers, context: z.RefinementCtx): void {
  const { diarisation, speakers, minSpeakers, maxSpeakers } = given;
  const fault = (field: keyof GivenSpeakers, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  if (speakers !== undefined && minSpeakers !== undefined)
    fault('minSpeakers', 'must be left out when `speakers` is given');
  if (speakers !== undefined && maxSpeakers !== undefined)
    fault('maxSpeakers', 'must be left out when `speakers` is given');
  if (minSpeakers !== undefined && maxSpeakers !== undefined && minSpeakers > maxSpeakers)
    fault('maxSpeakers', 'must not be less than `minSpeakers`');
  const isHinted = [speakers, minSpeakers, maxSpeakers].some((count) => count !== undefined);
  if (diarisation === 'off' && isHinted)
    fault('diarisation', 'must not be `off` when a number of speakers is given');
}
