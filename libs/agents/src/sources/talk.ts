import type { SpeakerTalk } from '#contracts/model';

/** A turn, as far as its length is counted. */
export interface TalkTurn {
  readonly speaker: string;
  readonly text: string;
  /** 0 for a typed turn. */
  readonly spokenMs: number;
}

/** How much each speaker has said, in the order of their first turns. */
export function talkOf(_turns: readonly TalkTurn[]): readonly SpeakerTalk[] {
  return [];
}

/** Adds up what was counted for several sources. */
export function addTalk(_talks: readonly (readonly SpeakerTalk[])[]): readonly SpeakerTalk[] {
  return [];
}
