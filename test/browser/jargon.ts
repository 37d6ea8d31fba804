/** Words of the product that people do not know. */
export const JARGON =
  /\b(?:revisions?|layers?|clips?|runs?|orchestration|scor(?:es?|ed|ing)|exchanges?)\b/iu;
