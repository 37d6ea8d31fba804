/** How a recording is transcribed, as a person chooses it; empty for nothing of its own. */
export interface UploadChoices {
  engine: string;
  language: string;
  speakers: string;
}

/** More speakers are not told apart. */
const MOST_SPEAKERS = 50;

/** Numbers of speakers that a person may choose. */
export const SPEAKER_COUNTS: readonly string[] = Array.from({ length: MOST_SPEAKERS }, (_, index) =>
  String(index + 1),
);

/** Nothing was chosen. */
export const NO_CHOICES: Readonly<UploadChoices> = { engine: '', language: '', speakers: '' };

/** The fields of a form for what was chosen. */
export function fieldsOf(choices: Readonly<UploadChoices>): readonly (readonly [string, string])[] {
  return Object.entries(choices).filter(([, value]) => value !== '');
}
