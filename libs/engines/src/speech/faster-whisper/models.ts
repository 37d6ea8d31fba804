import path from 'node:path';

/** A Whisper model that transcriptions may ask for. */
export interface SpeechModel {
  /** By which tasks ask for it: a name of its hub as it is, a folder by its last name. */
  readonly name: string;
  /** A name of its hub, or a folder. */
  readonly location: string;
}

/**
 * Each model once, the usual one first.
 * @param usual location of the model of tasks that ask for none
 * @param others locations of models that tasks may ask for; the usual one may be among them
 */
export function speechModels(usual: string, others: readonly string[]): readonly SpeechModel[] {
  return [...new Set([usual, ...others])].map((location) => ({ name: nameOf(location), location }));
}

/** Whether different models have different names. */
export function namesDiffer(models: readonly SpeechModel[]): boolean {
  return new Set(models.map(({ name }) => name)).size === models.length;
}

function nameOf(location: string): string {
  const isFolder = path.isAbsolute(location) || location.startsWith('.');
  return isFolder ? path.basename(location) : location;
}
