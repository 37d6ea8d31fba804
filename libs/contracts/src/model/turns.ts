/**
 * Maximum length of the text of a typed turn, an edited segment, or a segment of an imported transcript,
 * in UTF-16 code units.
 */
export const LONGEST_TURN = 20_000;
