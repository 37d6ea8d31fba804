import { z } from 'zod';
import { DIARISATION_CHOICES } from '../tasks/task-settings.ts';
import { speakerSchema } from './clip.schema.ts';
import { idSchema, ownerIdSchema, timestampSchema } from './common.schema.ts';

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

/** Where a speaker can be heard. */
export const speakerSampleSchema = z
  .object({ clipId: idSchema('clip'), startMs: z.number().int(), endMs: z.number().int() })
  .meta({ id: 'SpeakerSample' });

/** Somebody who speaks in a conversation. */
export const conversationSpeakerSchema = z
  .object({
    name: speakerSchema,
    voiceLabels: z
      .array(z.string())
      .describe('The labels that their voices got; empty when no voice has told who speaks.'),
    turnCount: z.number().int(),
    talkMs: z.number().int().describe('How long they speak in recordings.'),
    samples: z
      .array(speakerSampleSchema)
      .describe('Up to three places in recordings in which they speak longest, in order of time.'),
  })
  .meta({ id: 'ConversationSpeaker' });
export type ConversationSpeaker = z.output<typeof conversationSpeakerSchema>;

/** What a person has decided about a speaker. */
export const speakerChangeSchema = z
  .object({
    id: idSchema('speakerChange'),
    from: z.string().describe('The name at that time.'),
    to: z.string(),
    passages: z
      .number()
      .int()
      .describe('How many passages were given to `to`; 0 when all turns of `from` have the name.'),
    createdAt: timestampSchema,
    undoneAt: timestampSchema.nullable(),
  })
  .meta({ id: 'SpeakerChange' });

/** A name that a voice may have. */
export const speakerSuggestionSchema = z
  .object({
    speaker: z.string().describe('What the voice is called now.'),
    name: z.string().describe('Whom it sounds like.'),
    certainty: z.number().describe('Between 0 and 1; never quite 1.'),
    voiceProfileId: idSchema('voiceProfile').describe('The named voice that is most alike.'),
  })
  .meta({ id: 'SpeakerSuggestion' });

/** Answer of `GET /conversations/{id}/speakers`. */
export const conversationSpeakersSchema = z
  .object({
    conversationId: idSchema('conversation'),
    ownerId: ownerIdSchema.describe('Of the conversation.'),
    revision: z.number().int(),
    speakers: z
      .array(conversationSpeakerSchema)
      .describe('In the order in which they first speak.'),
    suggestions: z
      .array(speakerSuggestionSchema)
      .describe(
        'Names of voices that nobody has named here. Nothing has a suggested name until somebody gives it; always empty unless the owner has voices recognised.',
      ),
    changes: z.array(speakerChangeSchema).describe('Newest first.'),
  })
  .meta({ id: 'ConversationSpeakers' });
export type ConversationSpeakers = z.output<typeof conversationSpeakersSchema>;

/** Body of `POST /conversations/{id}/speakers/changes`. */
export const changeSpeakerSchema = z
  .object({
    from: speakerSchema.describe('The name of a speaker as it is now.'),
    to: speakerSchema.describe('The name from now on.'),
    merge: z
      .boolean()
      .exactOptional()
      .describe('Whether `to` may be the name of another speaker, who is the same person.'),
  })
  .strict()
  .meta({ id: 'ChangeSpeaker' });
export type ChangeSpeaker = z.output<typeof changeSpeakerSchema>;

/** Most segments in one request. */
const MOST_SEGMENTS = 200;

/** Body of `POST /conversations/{id}/speakers/passages`. */
export const assignPassageSchema = z
  .object({
    segmentIds: z.array(idSchema('segment')).min(1).max(MOST_SEGMENTS),
    speaker: speakerSchema.describe('The name of a speaker, or that of somebody new.'),
  })
  .strict()
  .meta({ id: 'AssignPassage' });
export type AssignPassage = z.output<typeof assignPassageSchema>;

/** Body of `POST /conversations/{id}/speakers/rejections`. */
export const rejectNameSchema = z
  .strictObject({
    speaker: speakerSchema.describe('What the voice is called now.'),
    name: speakerSchema.describe('Who it is not.'),
  })
  .meta({ id: 'RejectName' });
export type RejectName = z.output<typeof rejectNameSchema>;
