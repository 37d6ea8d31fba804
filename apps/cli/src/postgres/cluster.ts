import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../supervisor/start-error.ts';
import type { RunAs } from './run-as.ts';

/** How to create a cluster. */
export interface ClusterOptions {
  readonly folder: string;
  readonly binFolder: string;
  readonly runAs: RunAs;
  readonly adminPassword: string;
}

/** Name of the role that is used for setup only. */
export const ADMIN_ROLE = 'afterword_admin';

/** Sorting by code point needs no system library, so a system update cannot corrupt indexes. */
const LOCALE = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];
const AUTHENTICATION = ['--auth=scram-sha-256', `--username=${ADMIN_ROLE}`];

/**
 * Creates the database cluster if there is none. It is created in a temporary folder and renamed
 * when complete, so an interruption leaves no incomplete cluster.
 * @throws StartError with the output of `initdb`
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
    `PostgreSQL could not create its data folder ${draft}.`,
    `${answer.stdout}${answer.stderr}`.trim(),
  );
}
