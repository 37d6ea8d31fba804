import type { ImportedTranscriptFormat } from './transcript.readers.ts';
import { bundledName, type BundledName } from './bundled-file.rule.ts';

/** A transcript that looks for its recording. */
export interface UnpairedTranscript {
  readonly path: string;
  readonly format: ImportedTranscriptFormat;
  /** The name of the recording that the transcript states; `null` when it states none. */
  readonly recordingName: string | null;
}

/** A transcript with the recordings that may be its own: one, if it is known which. */
export interface TranscriptPair<Transcript> {
  readonly transcript: Transcript;
  readonly candidates: readonly string[];
}

/** Which transcripts and recordings belong together. */
export interface Pairing<Transcript> {
  readonly pairs: readonly TranscriptPair<Transcript>[];
  /** Transcripts that another one with the same name tells more exactly. */
  readonly repeated: readonly string[];
  /** Recordings that are a candidate of no transcript. */
  readonly unused: readonly string[];
}

/** A language at the end of a name, such as `talk.en.srt`. */
const LANGUAGE = /\.[a-z]{2,3}(?:-[a-z0-9]{2,4})?$/;
/** From the format that tells most to the one that tells least. */
const FORMATS: readonly ImportedTranscriptFormat[] = [
  ...(['whisper_json', 'csv', 'vtt', 'srt', 'speakr_markdown', 'txt'] as const),
];

interface Named<Thing> {
  readonly thing: Thing;
  readonly name: BundledName;
}

/**
 * Finds the recording of each transcript: the one whose name it begins with, or states; else the one with
 * the same name, in the same folder before others; else the only recording beside the only transcript.
 * Of several formats of one transcript, as Whisper writes them, one is left.
 */
export function pairRecordings<Transcript extends UnpairedTranscript>(
  transcripts: readonly Transcript[],
  recordings: readonly string[],
): Pairing<Transcript> {
  const { kept, repeated } = withoutRepetitions(transcripts);
  const index = new RecordingIndex(recordings);
  const byName = kept.map((each) => ({ ...each, candidates: index.of(each) }));
  const used = new Set(byName.flatMap(({ candidates }) => candidates));
  const open = new Set(byName.filter(({ candidates }) => candidates.length === 0));
  const only = onlyPairs(
    byName,
    index.all,
    (transcript, recording) => open.has(transcript) && !used.has(recording.thing),
  );
  const pairs = byName.map(({ thing: transcript, candidates }) => {
    const alone = only.get(transcript);
    return { transcript, candidates: alone === undefined ? candidates : [alone] };
  });
  for (const path of only.values()) used.add(path);
  return { pairs, repeated, unused: recordings.filter((path) => !used.has(path)) };
}

function withoutRepetitions<Transcript extends UnpairedTranscript>(
  transcripts: readonly Transcript[],
): { readonly kept: readonly Named<Transcript>[]; readonly repeated: readonly string[] } {
  const named = transcripts.map((thing) => ({ thing, name: bundledName(thing.path) }));
  const groups = Map.groupBy(named, ({ name }) => `${name.folder}/${name.stem}`);
  const best = new Set(
    [...groups.values()].map((group) => {
      const rank = ({ thing }: Named<Transcript>) => FORMATS.indexOf(thing.format);
      return group.toSorted((one, other) => rank(one) - rank(other))[0];
    }),
  );
  return {
    kept: named.filter((each) => best.has(each)),
    repeated: named.filter((each) => !best.has(each)).map(({ thing }) => thing.path),
  };
}

/** Recordings by their names, in their folders and anywhere. */
class RecordingIndex {
  readonly all: readonly Named<string>[];
  private readonly byName: ReadonlyMap<string, readonly string[]>;

  constructor(recordings: readonly string[]) {
    this.all = recordings.map((thing) => ({ thing, name: bundledName(thing) }));
    const keys = this.all.flatMap(({ thing, name: { folder, name, stem } }) =>
      [`${folder}/=${name}`, `${folder}/~${stem}`, `=${name}`, `~${stem}`].map((key) => ({
        key,
        thing,
      })),
    );
    const grouped = Map.groupBy(keys, ({ key }) => key);
    this.byName = new Map(
      [...grouped].map(([key, found]) => [key, found.map(({ thing }) => thing)]),
    );
  }

  /** The recordings that the first of these keys finds. */
  of({ thing, name: { folder, stem } }: Named<UnpairedTranscript>): readonly string[] {
    const plain = stem.replace(LANGUAGE, '');
    const stated = thing.recordingName === null ? null : bundledName(thing.recordingName).name;
    const names = stated === null ? [`=${stem}`] : [`=${stated}`, `=${stem}`];
    const keys = [...names, `~${stem}`, `~${plain}`];
    for (const key of [...keys.map((each) => `${folder}/${each}`), ...keys]) {
      const found = this.byName.get(key);
      if (found !== undefined) return found;
    }
    return [];
  }
}

/** The only transcript with the only recording of a folder, or of all. */
function onlyPairs<Transcript, Each extends Named<Transcript>>(
  transcripts: readonly Each[],
  recordings: readonly Named<string>[],
  areFree: (transcript: Each, recording: Named<string>) => boolean,
): ReadonlyMap<Transcript, string> {
  const pairs = new Map<Transcript, string>();
  const recordingsOf = Map.groupBy(recordings, ({ name }) => name.folder);
  const folders = Map.groupBy(transcripts, ({ name }) => name.folder);
  const groups = [...folders].map(
    ([folder, some]) => [some, recordingsOf.get(folder) ?? []] as const,
  );
  for (const [[transcript, ...otherTranscripts], [recording, ...otherRecordings]] of [
    ...groups,
    [transcripts, recordings] as const,
  ]) {
    if (transcript === undefined || recording === undefined) continue;
    if (otherTranscripts.length > 0 || otherRecordings.length > 0) continue;
    if (areFree(transcript, recording)) pairs.set(transcript.thing, recording.thing);
  }
  return pairs;
}
