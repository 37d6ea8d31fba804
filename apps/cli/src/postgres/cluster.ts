import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../supervisor/start-error.ts';
import type { RunAs } from './run-as.ts';

/** What a new cluster is made of. */
export interface ClusterOptions {
  readonly folder: string;
  readonly binFolder: string;
  readonly runAs: RunAs;
  readonly adminPassword: string;
}

/** Name of the role that only sets things up. */
export const ADMIN_ROLE = 'afterword_admin';

/** Sorting by code point needs no library of the machine, so an update of it cannot break indexes. */
const LOCALE = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];
const AUTHENTICATION = ['--auth=scram-sha-256', `--username=${ADMIN_ROLE}`];

/**
 * Makes the database cluster when there is none. It is made beside its place and moved there when
 * complete, so an interruption leaves nothing half done.
 * @throws StartError with what `initdb` said
 */
export function ensureCluster(options: ClusterOptions): void {
  if (existsSync(path.join(options.folder, 'PG_VERSION'))) return;
  const draft = `${options.folder}.new`;
  const passwordFile = `${options.folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, options.adminPassword, { mode: 0o600 });
    giveTo(options.runAs, draft, passwordFile);
    runInitdb(options, draft, passwordFile);
    renameSync(draft, options.folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function giveTo({ user }: RunAs, ...paths: string[]): void {
  if (user !== null) for (const each of paths) chownSync(each, user.uid, user.gid);
}

function runInitdb(
  { binFolder, runAs }: ClusterOptions,
  draft: string,
  passwordFile: string,
): void {
  const initdb = [path.join(binFolder, 'initdb'), '-D', draft, `--pwfile=${passwordFile}`];
  const [file = '', ...args] = [...runAs.prefix, ...initdb, ...LOCALE, ...AUTHENTICATION];
  const answer = spawnSync(file, args, { encoding: 'utf8' });
  if (answer.status === 0) return;
  throw new StartError(
    `PostgreSQL could not make its data folder ${draft}.`,
    `${answer.stdout}${answer.stderr}`.trim(),
  );
}
