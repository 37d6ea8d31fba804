import type { SoundChoice } from '#contracts/model';
import type { TaskSettings } from '#contracts/tasks';
import { firstPart } from '#domain';
import type { ClipRow } from '#store';

/** What of a clip's recording its turn listens to: the part that it is, or what the task asks for. */
export function soundOf(
  { splitFrom, track, channel }: ClipRow,
  settings: TaskSettings,
): SoundChoice {
  return splitFrom === null ? firstPart(settings) : { track, channel };
}
