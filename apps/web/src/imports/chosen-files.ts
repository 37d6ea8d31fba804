/** Files that are uploaded together. */
export interface ChosenFiles {
  readonly file: File;
  /** The recording of a transcript; null for none. */
  readonly recording: File | null;
}

const TRANSCRIPT = /\.(?:srt|vtt|txt|json)$/i;

/**
 * Finds out what a person has chosen: one file, or a transcript and its recording.
 *
 * @returns A sentence that says what to do, when it is neither.
 */
export function chosenFiles(files: readonly File[]): ChosenFiles | string {
  const [first, second, ...more] = files;
  if (first === undefined) return 'Choose a file.';
  if (second === undefined) return { file: first, recording: null };
  const transcripts = files.filter(({ name }) => TRANSCRIPT.test(name));
  const [file] = transcripts;
  if (more.length > 0 || file === undefined || transcripts.length > 1) {
    return 'Choose one file, or a transcript and its recording. For several of them, make one zip file.';
  }
  return { file, recording: file === first ? second : first };
}
