import path from 'node:path';
import type { Part, PartCommand } from '../supervisor/part.ts';
import { baseEnvironment } from '../supervisor/child-environment.ts';
import { postgresBinFolder } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { answers, type DatabaseAccess } from './databases.ts';
import { resolveRunAs, type RunAs } from './run-as.ts';
import { clearStalePidFile } from './stale-pid-file.ts';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Every commit is flushed to disk, so crash recovery loses no acknowledged transaction.
  fsync: 'on',
  synchronous_commit: 'on',
};

/** The built-in PostgreSQL, with its data in `<data folder>/postgresql`. */
export class PostgresPart implements Part {
  readonly name = 'postgres';
  readonly title = 'PostgreSQL';
  readonly readyTimeoutMs = 120_000;
  /** "Fast" shutdown: terminates open sessions and writes a checkpoint. */
  readonly stopSignal = 'SIGINT';
  readonly stopGraceMs = 30_000;
  private readonly folder: string;
  private readonly binFolder = postgresBinFolder();
  private runAs: RunAs = { user: null, prefix: [] };

  constructor(
    private readonly dataFolder: string,
    private readonly access: DatabaseAccess,
  ) {
    this.folder = path.join(dataFolder, 'postgresql');
  }

  async prepare(): Promise<void> {
    this.runAs = resolveRunAs([path.join(this.binFolder, 'postgres'), this.dataFolder]);
    ensureCluster({
      folder: this.folder,
      binFolder: this.binFolder,
      runAs: this.runAs,
      adminPassword: this.access.credentials.admin,
    });
    await clearStalePidFile(this.folder, this);
  }

  command(): PartCommand {
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const postgres = path.join(this.binFolder, 'postgres');
    const own = [postgres, '-D', this.folder, '-p', String(this.access.port), ...settings];
    const [file = '', ...args] = [...this.runAs.prefix, ...own];
    return { file, args, env: baseEnvironment(), channel: false };
  }

  isReady(): Promise<boolean> {
    return answers(this.access);
  }
}
