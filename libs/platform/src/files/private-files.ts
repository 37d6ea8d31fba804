/** Takes all rights from the group and from others. */
const PRIVATE = 0o077;

/**
 * Makes files and folders that this process and its children create readable for their user alone:
 * recordings, transcripts and logs are nobody else's.
 */
export function keepFilesPrivate(): void {
  process.umask(PRIVATE);
}
