import { speakerLabels, speakerName, SpokenTurns, withAssigned } from '#domain';
import type { DivideBySpeaker } from '#store';

/** The rules by which speakers get turns. */
export const BY_SPEAKER: DivideBySpeaker = {
  begin: (firstTurnId, turnIdAt, speakers) => new SpokenTurns(firstTurnId, turnIdAt, speakers),
  labels: speakerLabels,
  nameOf: speakerName,
  assigned: withAssigned,
};
