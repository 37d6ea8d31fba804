import type { ReportCause } from '../model/reports.ts';

/** What becomes of the channels of a recording. */
export const CHANNEL_CHOICES = ['mix', 'separate'] as const;
export type ChannelChoice = (typeof CHANNEL_CHOICES)[number];

/** Whether the speakers of a recording are told apart by their voices. */
export const DIARISATION_CHOICES = ['on', 'off'] as const;
export type DiarisationChoice = (typeof DIARISATION_CHOICES)[number];

/** Settings of a run that override the operator's; fields that are left out are not overridden. */
export interface TaskSettings {
  /** Name of an engine, of the kind of the task type. */
  readonly engine?: string;
  /** For a transcription: the spoken language, ISO 639-1, or `auto` to detect it. */
  readonly language?: string;
  /** For a transcription: whether channels are mixed, or each is a turn of its own. */
  readonly channels?: ChannelChoice;
  /** For a transcription: the number of the track to listen to, from 1. */
  readonly track?: number;
  /** For a transcription: each track is a turn of its own. */
  readonly tracks?: 'all';
  /** For a transcription: whether speakers are told apart by their voices. */
  readonly diarisation?: DiarisationChoice;
  /** For a transcription: how many speakers there are. */
  readonly speakers?: number;
  /** For a transcription: fewest and most speakers that there may be. */
  readonly minSpeakers?: number;
  readonly maxSpeakers?: number;
  /** For a report: the agent that makes it. */
  readonly agent?: string;
  /** For a report: what has led to it. */
  readonly cause?: ReportCause;
  /** For the reading of a document: its id. */
  readonly documentId?: string;
  /** For a backup: make one although the last is new enough. */
  readonly force?: boolean;
  /** For a backup: hash all recordings when it is verified, not only a share of them. */
  readonly full?: boolean;
  /** For a restore: the backup that takes the place of the current data. */
  readonly backupId?: string;
}
