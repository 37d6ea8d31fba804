import path from 'node:path';
import { speechServiceOf, type SpeechService } from '#contracts/model';

/** A model that transcriptions may request. */
export interface SpeechModel {
  /** Name by which tasks request it: `provider:model`, the hub name, or the last path segment of the folder. */
  readonly name: string;
  /** As the setting names it: `provider:model`, a name on the model hub, or a folder. */
  readonly location: string;
  /** The service that it belongs to; `null` for a model of this machine. */
  readonly service: SpeechService | null;
}

/**
 * The distinct models, the default first.
 * @param defaultLocation the model for tasks that request none
 * @param others other models that tasks may request; may include the default
 */
export function speechModels(
  defaultLocation: string,
  others: readonly string[],
): readonly SpeechModel[] {
  return [...new Set([defaultLocation, ...others])].map((location) => ({
    name: nameOf(location),
    location,
    service: speechServiceOf(location),
  }));
}

/** Whether a setting names a provider that there is, or none. */
export function isSpeechModel(location: string): boolean {
  return isFolder(location) || !location.includes(':') || speechServiceOf(location) !== null;
}

/** Whether different models have different names. */
export function namesDiffer(models: readonly SpeechModel[]): boolean {
  return new Set(models.map(({ name }) => name)).size === models.length;
}

function nameOf(location: string): string {
  return isFolder(location) ? path.basename(location) : location;
}

function isFolder(location: string): boolean {
  return path.isAbsolute(location) || location.startsWith('.');
}
