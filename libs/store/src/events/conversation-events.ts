import type { ActionItemState } from '#contracts/model';
import type { EventShape, MadeEarlier, OfRevision } from './event-shape.ts';

/** Events of a conversation that no task causes, unless it imports the conversation. */
export type ConversationEvent =
  | EventShape<
      'conversation_created',
      {
        readonly title: string;
        readonly tags: readonly string[];
        /** Omitted when it belongs to no project. */
        readonly projectId?: string;
      } & MadeEarlier
    >
  | EventShape<
      'conversation_changed',
      {
        readonly changed: readonly string[];
        /** The project that it belongs to from now on; omitted when that does not change. */
        readonly projectId?: string | null;
      }
    >
  | EventShape<'conversation_deleted' | 'conversation_restored' | 'conversation_purged', object>
  | EventShape<
      'exchange_added',
      OfRevision &
        MadeEarlier & {
          readonly exchangeId: string;
          readonly turns: readonly { readonly turnId: string; readonly speaker: string }[];
          /** Priority of the resulting tasks; omitted when it is interactive. */
          readonly priority?: 'batch';
        }
    >
  | EventShape<
      'clip_received',
      MadeEarlier & {
        readonly exchangeId: string;
        readonly turnId: string;
        readonly clipId: string;
        /** The task that transcribes it. */
        readonly taskId: string;
        readonly speaker: string;
        /** The other turns that are heard in it, in order; omitted when there are none. */
        readonly others?: readonly { readonly turnId: string; readonly speaker: string }[];
        readonly fileName: string;
        readonly sizeBytes: number;
        readonly sha256: string;
        /** What an imported clip was found to be; omitted when it was not opened yet. */
        readonly probed?: ProbedClip;
        /** The part of a recording that it is; omitted for a whole recording. */
        readonly part?: ClipPart;
      }
    >
  | EventShape<
      'exchange_deleted' | 'exchange_restored',
      OfRevision & {
        readonly exchangeId: string;
        /** Number of its clips. */
        readonly clips: number;
      }
    >
  | EventShape<'exchange_purged', { readonly exchangeId: string }>
  | EventShape<'clip_deleted' | 'clip_restored', OfRevision & BinnedClip>
  | EventShape<'clip_purged', BinnedClip>
  /** A person has ticked or removed an action item, or taken that back. */
  | EventShape<
      'action_item_marked',
      { readonly itemId: string; readonly turnId: string; readonly state: ActionItemState }
    >
  /** A person has edited the summary, or has taken the newest one instead of the edit. */
  | EventShape<
      'summary_edited',
      { readonly editId: string; readonly summaryId: string; readonly undone: boolean }
    >
  /** A person has decided what speakers are called, or has taken that back. */
  | EventShape<
      'speakers_changed',
      OfRevision & {
        readonly changeId: string;
        readonly undone: boolean;
        /** The turns of a recording from now on; omitted when only names change. */
        readonly division?: TurnDivision;
      }
    >
  /** It was made from a text from which something was deleted. */
  | EventShape<'summary_removed', { readonly summaryId: string }>
  /** A rule of retention has removed the bytes of a clip, or the words of the conversation. */
  | EventShape<'clip_audio_removed', { readonly clipId: string }>
  | EventShape<'transcript_removed', OfRevision>
  | EventShape<
      'segment_edited',
      OfRevision & { readonly segmentId: string; readonly turnId: string; readonly undone: boolean }
    >;

/** A turn of a speaker who was told apart by voice. */
export interface ToldTurn {
  readonly turnId: string;
  readonly speaker: string;
  /** See the column. */
  readonly voiceLabel: string;
}

/** The turns of an exchange from now on, in order. */
export interface TurnDivision {
  readonly exchangeId: string;
  readonly turns: readonly ToldTurn[];
  /** Turns that it had before and has no more. */
  readonly gone: readonly string[];
}

/** A clip that is deleted or restored with its exchange. */
interface BinnedClip {
  readonly clipId: string;
  /** The first turn that is heard in it. */
  readonly turnId: string;
  /** The exchange that goes with it; `null` in events of earlier versions, when that had other turns. */
  readonly exchangeId: string | null;
}

/** A track or channel of a recording that is a turn of its own. Numbers count from 1. */
export interface ClipPart {
  /** The clip that was uploaded. */
  readonly splitFrom: string;
  readonly track: number;
  readonly channel: number | null;
}

/** What is known of an imported clip; `null` for what is not. */
interface ProbedClip {
  readonly durationMs: number | null;
  readonly container: string | null;
  readonly codec: string | null;
  readonly channels: number | null;
  readonly sampleRateHz: number | null;
}
