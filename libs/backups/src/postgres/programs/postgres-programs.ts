import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { AppError, postgresProgramEnvironment } from '#platform';

const VERSION_TIMEOUT_MS = 10_000;

/** Paths of the programs that dump and restore a database. */
export interface PostgresPrograms {
  readonly pgDump: string;
  readonly pgRestore: string;
  /** Such as `18.6`: that of the older one of the two. */
  readonly version: string;
}

/** Where to look for programs, and which server they must fit. */
export interface ProgramSearch {
  /** Folder to look into first; `null`: only PATH. */
  readonly folder: string | null;
  /** Such as `18.4`. PostgreSQL's programs fit servers of their own major version and older ones. */
  readonly serverVersion: string;
  /** Folders to look into next; by default those of PATH. */
  readonly searchPath?: string;
}

const run = promisify(execFile);

/**
 * Finds `pg_dump` and `pg_restore` that fit a server: those in the given folder, or the first ones
 * on PATH. Older programs on PATH do not hide newer ones in a later folder.
 * @throws AppError `backup_tools_missing` that names what was found and what is needed
 */
export async function findPrograms(search: ProgramSearch): Promise<PostgresPrograms> {
  const wanted = majorOf(search.serverVersion);
  const rejected: string[] = [];
  for (const folder of foldersOf(search)) {
    const programs = await programsIn(folder);
    if (programs === null) continue;
    if (majorOf(programs.version) >= wanted) return programs;
    rejected.push(`${programs.version} in ${folder}`);
  }
  const found = rejected.length === 0 ? 'there are none' : `found: ${rejected.join(', ')}`;
  throw new AppError(
    'backup_tools_missing',
    `The server is PostgreSQL ${search.serverVersion}, so backups need pg_dump and pg_restore ${wanted} or newer; ${found}.`,
    { details: { serverVersion: search.serverVersion, found: rejected } },
  );
}

function foldersOf({ folder, searchPath }: ProgramSearch): readonly string[] {
  const onPath = searchPath ?? postgresProgramEnvironment()['PATH'] ?? '';
  const folders = onPath.split(path.delimiter).filter((each) => each !== '');
  return [...new Set([...(folder === null ? [] : [folder]), ...folders])];
}

/** The programs of a folder; `null` when one of them is missing or does not run. */
async function programsIn(folder: string): Promise<PostgresPrograms | null> {
  const [pgDump, pgRestore] = [path.join(folder, 'pg_dump'), path.join(folder, 'pg_restore')];
  const versions = await Promise.all([versionOf(pgDump), versionOf(pgRestore)]);
  const [dumps, restores] = versions;
  if (dumps === null || restores === null) return null;
  return { pgDump, pgRestore, version: majorOf(dumps) <= majorOf(restores) ? dumps : restores };
}

/** The version that a program prints, such as `18.6` or `19beta1`; `null` when it prints none. */
async function versionOf(program: string): Promise<string | null> {
  try {
    const options = { env: postgresProgramEnvironment(), timeout: VERSION_TIMEOUT_MS };
    const { stdout } = await run(program, ['--version'], options);
    return /\(PostgreSQL\) (\d+\S*)/.exec(stdout)?.[1] ?? null;
  } catch {
    return null;
  }
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
