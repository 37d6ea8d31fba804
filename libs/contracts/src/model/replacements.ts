/** Most passages of one replacement. */
export const MOST_REPLACED_PASSAGES = 10_000;

/**
 * What has become of a passage. `pending`: it is as in the preview. `replaced`: it has the new text, as an
 * edit by a person. `changed`: it was another text than in the preview, and was left alone. `undone`: it is as
 * it was before. `kept`: somebody has changed it since it was replaced, so an undoing has left it alone.
 */
export const PASSAGE_OUTCOMES = ['pending', 'replaced', 'changed', 'undone', 'kept'] as const;
export type PassageOutcome = (typeof PASSAGE_OUTCOMES)[number];
