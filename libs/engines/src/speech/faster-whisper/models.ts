import path from 'node:path';

/** A Whisper model that transcriptions may request. */
export interface SpeechModel {
  /** Name by which tasks request it: the hub name, or the last path segment of the folder. */
  readonly name: string;
  /** A name on the model hub, or a folder. */
  readonly location: string;
}

/**
 * The distinct models, the default first.
 * @param defaultLocation location of the model for tasks that request none
 * @param others locations of other models that tasks may request; may include the default
 */
export function speechModels(
  defaultLocation: string,
  others: readonly string[],
): readonly SpeechModel[] {
  return [...new Set([defaultLocation, ...others])].map((location) => ({
    name: nameOf(location),
    location,
  }));
}

/** Whether different models have different names. */
export function namesDiffer(models: readonly SpeechModel[]): boolean {
  return new Set(models.map(({ name }) => name)).size === models.length;
}

function nameOf(location: string): string {
  const isFolder = path.isAbsolute(location) || location.startsWith('.');
  return isFolder ? path.basename(location) : location;
}
