import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError, systemCode } from '#platform';
import { newId, type ProjectionView } from '#store';
import type { Replayed } from '#domain';
import { readSnapshot, type ReadSnapshot } from './read-snapshot.ts';
import { parseFileName, SnapshotFaultError, type Snapshot } from './snapshot-file.ts';
import { UNFINISHED, writeSnapshot } from './write-snapshot.ts';

/** A snapshot that is not used, and why. */
export interface UnusedSnapshot {
  readonly snapshot: Snapshot;
  readonly error: SnapshotFaultError;
}

/** The newest snapshot that can be used, and the newer ones that cannot. */
export interface NewestSnapshot {
  readonly newest: ReadSnapshot | null;
  readonly unused: readonly UnusedSnapshot[];
}

/** The folder in which snapshots of the projections are kept. */
export class SnapshotFolder {
  /** @param folder is created when the first snapshot is taken */
  constructor(readonly folder: string) {}

  /**
   * All snapshots, the newest first. Their content is not read.
   * @throws AppError `snapshot_failed` when the folder cannot be read
   */
  async list(): Promise<readonly Snapshot[]> {
    const names = await this.names();
    const found = await Promise.all(names.map((name) => this.find(name)));
    return found.filter((each) => each !== null).sort((one, other) => (one.id < other.id ? 1 : -1));
  }

  /**
   * Reads a snapshot and makes sure that it is one of the log that is viewed.
   * @throws SnapshotFaultError when it cannot be used
   */
  async read(snapshot: Snapshot, view: ProjectionView): Promise<ReadSnapshot> {
    const read = await readSnapshot(this.folder, snapshot);
    const mark = await view.markAt(snapshot.eventNumber);
    if (mark?.idempotencyKey === read.header.mark?.idempotencyKey) return read;
    throw new SnapshotFaultError('foreign', 'It belongs to another change log.');
  }

  /** The newest snapshot that can be used; older ones are not read. */
  async newest(view: ProjectionView): Promise<NewestSnapshot> {
    const unused: UnusedSnapshot[] = [];
    for (const snapshot of await this.list()) {
      try {
        return { newest: await this.read(snapshot, view), unused };
      } catch (error) {
        if (!(error instanceof SnapshotFaultError)) throw error;
        unused.push({ snapshot, error });
      }
    }
    return { newest: null, unused };
  }

  /**
   * Writes a snapshot; a partial one is never seen.
   * @param state what the log says up to its event number
   * @throws AppError `snapshot_failed`; the abort reason when the signal is aborted
   */
  async write(state: Replayed, view: ProjectionView, signal: AbortSignal): Promise<Snapshot> {
    const id = newId('snapshot');
    const mark = await view.markAt(state.eventNumber);
    const fileName = await this.orFailed(signal, async () => {
      await mkdir(this.folder, { recursive: true });
      await this.removeUnfinished();
      return writeSnapshot(this.folder, { id, state, mark }, signal);
    });
    const written = await this.find(fileName);
    if (written) return written;
    throw new AppError('snapshot_failed', 'The snapshot was removed while it was taken.');
  }

  /** Removes all but the newest snapshots. @returns how many were removed */
  async removeAllBut(count: number): Promise<number> {
    const old = (await this.list()).slice(count);
    await this.orFailed(null, () =>
      Promise.all(old.map(({ fileName }) => rm(path.join(this.folder, fileName), { force: true }))),
    );
    return old.length;
  }

  /** Removes all snapshots. The caller makes sure that none is being taken. */
  async removeAll(): Promise<void> {
    await this.removeAllBut(0);
    await this.orFailed(null, () => this.removeUnfinished());
  }

  /** Only one task takes snapshots at a time, so these are of writers that died. */
  private async removeUnfinished(): Promise<void> {
    const names = await this.names();
    const left = names.filter((name) => name.endsWith(UNFINISHED));
    await Promise.all(left.map((name) => rm(path.join(this.folder, name), { force: true })));
  }

  private async names(): Promise<readonly string[]> {
    return this.orFailed(null, async () => {
      try {
        return await readdir(this.folder);
      } catch (error) {
        if (systemCode(error) === 'ENOENT') return [];
        throw error;
      }
    });
  }

  /** @returns `null` when the file is no snapshot, or was removed */
  private async find(fileName: string): Promise<Snapshot | null> {
    const named = parseFileName(fileName);
    if (named === null) return null;
    const { id, eventNumber, takenAt } = named;
    const found = await stat(path.join(this.folder, fileName)).catch(() => null);
    return found && { id, eventNumber, takenAt, sizeBytes: found.size, fileName };
  }

  private async orFailed<Result>(
    signal: AbortSignal | null,
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      const reason = systemCode(error) ?? 'unexpected error';
      throw new AppError(
        'snapshot_failed',
        `Snapshots cannot be kept in ${this.folder}: ${reason}.`,
        { details: { reason }, cause: error },
      );
    }
  }
}
