import type { ImportRecording } from '#contracts/model';
import { isEnded } from '#contracts/tasks';
import type { ProbeImport } from '#contracts/workflows';
import type { EngineChoice, SpeechEngine } from '#engines';
import { AppError } from '#platform';
import type { ImportRecord } from '#store';
import { withByteProgress } from '../../shared/byte-progress.ts';
import { fittingOnDisk } from '../../shared/fitting-on-disk.ts';
import type { HeartbeatScope } from '../../shared/heartbeats.ts';
import type { ImportDependencies } from '../import-dependencies.ts';
import { BundleFiles } from './bundle-files.ts';

/** Each note writes the whole list anew, so there are not more of them, however many recordings. */
const MOST_NOTES = 200;

/** What the recordings of imports are opened with. */
export interface RecordingProberDependencies extends Pick<
  ImportDependencies,
  'imports' | 'importFolder' | 'importRuns' | 'installationRuns' | 'logger'
> {
  readonly engines: EngineChoice<SpeechEngine>;
}

/** Opens the recordings of an import, one after the other. */
export class RecordingProber {
  constructor(private readonly deps: RecordingProberDependencies) {}

  /** @throws AppError `not_found` when the import was removed, `import_gone`, `speech_engine_*` */
  async probe(step: ProbeImport, scope: HeartbeatScope): Promise<void> {
    const given = await this.deps.imports.findByTask(step.taskId);
    if (given === null) throw new AppError('not_found', 'The import was removed.');
    if (isEnded(given.task.state)) return;
    const engine = this.deps.engines.choose();
    scope.follow(() => engine.isResponsive);
    await withByteProgress(this.deps, { ...step, step: 'probe' }, scope, () =>
      fittingOnDisk('import_space_missing', () => this.probeAll(step, given, engine, scope)),
    );
  }

  private async probeAll(
    step: ProbeImport,
    given: ImportRecord,
    engine: SpeechEngine,
    { signal }: HeartbeatScope,
  ): Promise<void> {
    const files = await BundleFiles.open(this.deps, given, given.format ?? 'bundle');
    try {
      const open = given.recordings.filter(isUnopened);
      const notedAtOnce = Math.ceil(open.length / MOST_NOTES);
      for (let start = 0; start < open.length; start += notedAtOnce) {
        const found: ImportRecording[] = [];
        for (const recording of open.slice(start, start + notedAtOnce)) {
          signal.throwIfAborted();
          const opened = await withLocalFile(this.deps, files, recording.path, (file) =>
            probed(engine, file, signal),
          );
          found.push({ ...recording, ...opened });
        }
        await this.deps.importRuns.probed(step, found);
      }
    } finally {
      files.close();
    }
  }
}

function isUnopened({ probe, errorCode }: ImportRecording): boolean {
  return probe === null && errorCode === null;
}

/** Does something with a recording as a file on this machine. */
async function withLocalFile<Result>(
  { importFolder }: RecordingProberDependencies,
  files: BundleFiles,
  path: string,
  work: (file: string) => Promise<Result>,
): Promise<Result> {
  const file = files.localPath(path);
  if (file !== null) return work(file);
  return importFolder.withFile(await files.read(path), work);
}

/** What a recording is. One that cannot be read is no fault of the engine. */
async function probed(
  engine: SpeechEngine,
  file: string,
  signal: AbortSignal,
): Promise<Pick<ImportRecording, 'probe' | 'errorCode'>> {
  try {
    const recording = await engine.probe(file, { signal });
    const { container, codec, channels, sampleRateHz, durationMs, hasVideo } = recording;
    const probe = { container, codec, channels, sampleRateHz, durationMs, hasVideo };
    return { probe, errorCode: null };
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('audio_')) throw error;
    return { probe: null, errorCode: error.code };
  }
}
