import path from 'node:path';
import type { BackupProgress } from '#backups';
import type { ImportFormat, ImportRecording } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import { statedTitle, type HeardTurn, type TranscriptPair } from '#domain';
import type { ImportedPlace, Importing, ImportRecord } from '#store';
import { ImportTally } from '../archive/import-tally.ts';
import { keepingStaged } from '../archive/storing.ts';
import type { ImportDependencies } from '../import-dependencies.ts';
import type { CheckedSource, ImportSource, StoredImport } from '../import-source.ts';
import { alreadyThere } from '../import-words.ts';
import { transcriptText, turnsOf } from '../transcripts/read-transcript.ts';
import { transcriptConversation } from '../transcripts/transcript-conversation.ts';
import { bundleContents, type BundledTranscript } from './bundle-contents.ts';
import { BundleFiles } from './bundle-files.ts';
import { fewWarnings, leftOutFiles } from './bundle-words.ts';
import { chosenRecording, type ChosenRecording } from './chosen-recording.ts';
import { stageRecording } from './stage-recording.ts';

const LONGEST_NAME = 255;

type Pair = TranscriptPair<BundledTranscript>;

/** Transcripts of other products, with their recordings. Each becomes a conversation. */
export class BundleSource implements ImportSource {
  constructor(
    private readonly deps: Pick<
      ImportDependencies,
      'blobs' | 'importedConversations' | 'importFolder'
    >,
    private readonly given: ImportRecord,
    private readonly format: ImportFormat,
  ) {}

  /** Reads every transcript, and every recording that is the only candidate of one. */
  async check(progress: BackupProgress): Promise<CheckedSource> {
    return this.withFiles(async (files) => {
      const { pairs } = await bundleContents(files, this.format, progress);
      const wanted = new Set(
        pairs.flatMap(({ candidates: [one, ...more] }) => (more.length > 0 ? [] : (one ?? []))),
      );
      const recordings: ImportRecording[] = [];
      for (const each of wanted) {
        const sha256 = await files.hashOf(each, progress.signal, progress.onBytes);
        const sizeBytes = files.sizeOf(each);
        recordings.push({ path: each, sha256, sizeBytes, probe: null, errorCode: null });
      }
      const all = [...pairs.map(({ transcript }) => transcript.path), ...wanted];
      return { bytes: all.reduce((sum, each) => sum + files.sizeOf(each), 0), recordings };
    });
  }

  async store(importing: Importing, progress: BackupProgress): Promise<StoredImport> {
    return this.withFiles(async (files) => {
      // Bytes are counted where they are stored.
      const reading = { signal: progress.signal, onBytes: () => undefined };
      const contents = await bundleContents(files, this.format, reading);
      const tally = new ImportTally();
      const warnings: TaskWarning[] = [];
      const ids: string[] = [];
      const title = contents.pairs.length === 1 ? this.given.title : null;
      for (const pair of contents.pairs) {
        progress.signal.throwIfAborted();
        const stored = await this.storePair(files, pair, { importing, progress, tally, title });
        warnings.push(...stored.warnings);
        ids.push(stored.id);
      }
      const [id = null] = ids;
      return {
        result: { counts: tally.counts, conversationId: ids.length === 1 ? id : null },
        warnings: [
          ...alreadyThere(tally.counts),
          ...fewWarnings(warnings),
          ...leftOutFiles(contents),
        ],
      };
    });
  }

  private async storePair(
    files: BundleFiles,
    { transcript, candidates }: Pair,
    { importing, progress, tally, title }: StoringPair,
  ): Promise<{ readonly id: string; readonly warnings: readonly TaskWarning[] }> {
    const text = transcriptText(await files.bytesOf(transcript.path));
    const turns = await turnsOf(text, transcript.format, progress.signal);
    const { recordings } = this.given;
    const chosen = chosenRecording({ path: transcript.path, turns, candidates, recordings });
    const called = title ?? statedTitle(text, transcript.format);
    const imported = this.conversationOf(transcript, turns, chosen, called);
    const { id, state } = await this.storeOne(files, imported, chosen, { importing, progress });
    progress.onBytes(files.sizeOf(transcript.path));
    const { clips, memories } = imported;
    const added = { conversations: 1, clips: clips.length, memories: memories.length };
    tally.add(state, added);
    return { id, warnings: chosen.warnings };
  }

  private conversationOf(
    { path: name, sha256, format }: BundledTranscript,
    turns: readonly HeardTurn[],
    { recording }: ChosenRecording,
    title: string | null,
  ) {
    const { ownerId, createdAt, transcribe } = this.given;
    const fileName = path.posix.basename(name);
    const given = { sha256, ownerId, createdAt, fileName, title };
    if (recording === null) return transcriptConversation(given, format, turns);
    const { durationMs, container, codec, channels, sampleRateHz } = recording.probe;
    return transcriptConversation(given, format, turns, {
      ...{ fileName: storableName(recording.path), sizeBytes: recording.sizeBytes },
      ...{ sha256: recording.sha256, isTranscribed: !transcribe },
      ...{ durationMs, container, codec, channels, sampleRateHz },
    });
  }

  private async storeOne(
    files: BundleFiles,
    imported: ReturnType<typeof transcriptConversation>,
    { recording }: ChosenRecording,
    { importing, progress }: Pick<StoringPair, 'importing' | 'progress'>,
  ): Promise<ImportedPlace> {
    const { importedConversations, blobs } = this.deps;
    const before = await importedConversations.placeOf(importing, imported.conversation);
    if (before.state !== 'new') return before;
    const staged =
      recording === null ? [] : [await stageRecording(blobs, files, recording, progress)];
    return keepingStaged(staged, (keepAll) =>
      importedConversations.store(importing, imported, null, keepAll),
    );
  }

  private async withFiles<Result>(work: (files: BundleFiles) => Promise<Result>): Promise<Result> {
    const files = await BundleFiles.open(this.deps, this.given, this.format);
    try {
      return await work(files);
    } finally {
      files.close();
    }
  }
}

/** Name of a recording, as long as that of an upload may be. Its ending stays. */
function storableName(file: string): string {
  return path.posix.basename(file).slice(-LONGEST_NAME).toWellFormed();
}

interface StoringPair {
  readonly importing: Importing;
  readonly progress: BackupProgress;
  readonly tally: ImportTally;
  /** What the conversation is to be called; `null` for the name of its file. */
  readonly title: string | null;
}
