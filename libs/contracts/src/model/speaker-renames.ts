/** Most conversations of one renaming. */
export const MOST_RENAMED_CONVERSATIONS = 10_000;

/**
 * What has become of a name in a conversation. `pending`: it is as in the preview. `renamed`: it has the new name.
 * `taken`: somebody else there has the new name, so it was left alone. `gone`: nobody there had the old name any more.
 * `undone`: the renaming was taken back.
 */
export const RENAME_OUTCOMES = ['pending', 'renamed', 'taken', 'gone', 'undone'] as const;
export type RenameOutcome = (typeof RENAME_OUTCOMES)[number];
