import type { ErrorCode } from '#contracts/model';
import type { TaskWarning, WarningCode } from '#contracts/tasks';
import { clockTime } from '#domain';
import type { BundleContents } from './bundle-contents.ts';
import { shortName } from './short-name.ts';

/** Names that a sentence lists; more of them nobody reads. */
const MOST_NAMES = 3;
/** Warnings of one kind about single transcripts. */
const MOST_WARNINGS = 50;

/** Says what of a bundle was not imported. */
export function leftOutFiles({
  ignored,
  repeated,
  unused,
}: BundleContents): readonly TaskWarning[] {
  return [
    ...listed('import_recording_unused', unused, (what) => ({
      one: `The recording ${what} belongs to no transcript and was not imported. Upload it as a recording to have it transcribed.`,
      many: `${unused.length} recordings belong to no transcript and were not imported: ${what}. Upload them as recordings to have them transcribed.`,
    })),
    ...listed('import_transcript_repeated', repeated, (what) => ({
      one: `${what} was left out, because it is another form of a transcript that was imported.`,
      many: `${repeated.length} files were left out, because they are other forms of transcripts that were imported: ${what}.`,
    })),
    ...listed('import_file_ignored', ignored, (what) => ({
      one: `${what} was left out, because it is neither a transcript nor a recording.`,
      many: `${ignored.length} files were left out, because they are neither transcripts nor recordings: ${what}.`,
    })),
  ];
}

/** @param candidates recordings that may be those of a transcript */
export function ambiguousRecording(path: string, candidates: readonly string[]): TaskWarning {
  const message = `${shortName(path)} was imported without a recording, because several may be its own: ${namesOf(candidates)}.`;
  return { code: 'import_recording_left_out', message };
}

export function unreadableRecording(path: string, recording: string, code: ErrorCode): TaskWarning {
  const message = `${shortName(path)} was imported without its recording ${shortName(recording)}, because that cannot be opened (${code}).`;
  return { code: 'import_recording_left_out', message };
}

/** @param durationMs of the recording */
export function otherRecording(path: string, recording: string, durationMs: number): TaskWarning {
  const message = `${shortName(path)} was imported without the recording ${shortName(recording)}, because most of its times are after the end of that, at ${clockTime(durationMs)}.`;
  return { code: 'import_recording_left_out', message };
}

export function manyTurns(path: string, recording: string): TaskWarning {
  const message = `${shortName(path)} was imported without its recording ${shortName(recording)}, because it has too many turns.`;
  return { code: 'import_recording_left_out', message };
}

/** @param durationMs of the recording */
export function shorterRecording(path: string, recording: string, durationMs: number): TaskWarning {
  const message = `The times of ${path} go on after the end of its recording ${shortName(recording)}, at ${clockTime(durationMs)}. What was said later cannot be heard.`;
  return { code: 'import_recording_shorter', message };
}

/** As many as somebody reads, and how many there are. */
export function fewWarnings(warnings: readonly TaskWarning[]): readonly TaskWarning[] {
  const groups = Map.groupBy(warnings, ({ code }) => code);
  return [...groups].flatMap(([code, some]) => {
    const more = some.length - MOST_WARNINGS;
    if (more <= 0) return some;
    const message = `The same holds for ${more} more transcripts.`;
    return [...some.slice(0, MOST_WARNINGS), { code, message }];
  });
}

function listed(
  code: WarningCode,
  names: readonly string[],
  say: (what: string) => { readonly one: string; readonly many: string },
): readonly TaskWarning[] {
  if (names.length === 0) return [];
  const { one, many } = say(namesOf(names));
  return [{ code, message: names.length === 1 ? one : many }];
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(shortName).join(', ');
  return names.length > MOST_NAMES ? `${shown}, …` : shown;
}
