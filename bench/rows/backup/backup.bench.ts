import { execFile } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { findPrograms, restoreDatabase, type BackupMaker } from '#backups';
import { NAME_RULES, PIN_RULES } from '#domain';
import { createRepositories, NO_LIMITS, openDatabase } from '#store';
import { postgresToolsFolder } from '../../../test/support/postgres-tools.ts';
import { startPostgres } from '../../../test/support/servers.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { median, timeOf } from '../../lib/measure.ts';
import type { BenchFigures, BenchResult, BenchRow } from '../../lib/row.ts';
import {
  EXCHANGES,
  FilledInstallation,
  jobOf,
  RECORDING_BYTES,
  RECORDINGS,
  unobserved,
} from './filled-installation.ts';
import { writersBench } from './writers.bench.ts';

const ROUNDS = 3;
const run = promisify(execFile);

/** Times of one round, in milliseconds. */
interface Round {
  readonly dump: number;
  readonly copy: number;
  readonly verify: number;
  readonly second: number;
  readonly restore: number;
  readonly bareDump: number;
  readonly bareCopy: number;
  readonly bareRestore: number;
}

/** Measures backups beside PostgreSQL's own programs, and what writers notice of them. */
export async function backupBench(): Promise<readonly BenchResult[]> {
  const server = await startPostgres();
  const folder = await temporaryFolder('backups');
  const database = openDatabase(server.address, 16, () => undefined);
  try {
    const work = { scoring: true, sharedRuns: false, titles: false, agents: [] };
    const settings = { limits: NO_LIMITS, pinRules: PIN_RULES, nameRules: NAME_RULES, ...work };
    const repositories = createRepositories(database.db, settings);
    const installation = new FilledInstallation(server.address, folder, repositories);
    await installation.fill();
    const rounds: Round[] = [];
    for (let number = 0; number < ROUNDS; number += 1) {
      rounds.push(await roundOf(installation, number));
    }
    return [...rowsOf(rounds), verificationOf(rounds), await writersBench()];
  } finally {
    await database.close();
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function roundOf(installation: FilledInstallation, number: number): Promise<Round> {
  const place = `place-${number}`;
  const maker = await installation.backups(place);
  const [first, second] = [jobOf(number * 2), jobOf(number * 2 + 1)];
  const dump = await timeOf(() => maker.dump(first, unobserved()));
  const copy = await timeOf(() => maker.copy(first, unobserved()));
  const verify = await timeOf(() => maker.verify(first, unobserved()));
  const file = path.join(installation.folder, `bare-${number}.dump`);
  return {
    ...{ dump, copy, verify },
    second: await timeOf(() => wholeBackup(maker, second)),
    restore: await timed(installation, `ours_${number}`, (url) =>
      restoreOurs(installation, place, first.backupId, url),
    ),
    bareDump: await timeOf(() => bareDump(installation, file)),
    bareCopy: await timeOf(() => bareCopy(installation, number)),
    bareRestore: await timed(installation, `bare_${number}`, (url) => bareRestore(url, file)),
  };
}

async function wholeBackup(maker: BackupMaker, job: ReturnType<typeof jobOf>): Promise<void> {
  await maker.dump(job, unobserved());
  await maker.copy(job, unobserved());
  await maker.verify(job, unobserved());
}

/** Times work on an empty database. */
async function timed(
  { url }: FilledInstallation,
  name: string,
  work: (url: string) => Promise<unknown>,
): Promise<number> {
  const database = openDatabase(url, 1, () => undefined);
  await database.pool.query(`CREATE DATABASE ${name}`);
  const target = new URL(url);
  target.pathname = `/${name}`;
  const elapsedMs = await timeOf(() => work(target.href));
  await database.pool.query(`DROP DATABASE ${name}`);
  await database.close();
  return elapsedMs;
}

async function restoreOurs(
  installation: FilledInstallation,
  place: string,
  backupId: string,
  url: string,
): Promise<void> {
  const manifest = await (await installation.backups(place)).find(backupId);
  if (manifest === null) throw new Error(`there is no backup ${backupId}`);
  const { signal } = unobserved();
  const input = await (await installation.files(place)).open(manifest.database, signal);
  await restoreDatabase(await programs(), { url, input, signal });
}

async function bareDump({ url }: FilledInstallation, file: string): Promise<void> {
  await run((await programs()).pgDump, ['--format=custom', `--file=${file}`, url]);
}

/** A copy that survives a power failure, as ours does. */
async function bareCopy({ blobFolder, folder }: FilledInstallation, number: number) {
  await cp(blobFolder, path.join(folder, `bare-${number}`), { recursive: true });
  await run('sync', ['--file-system', folder]);
}

async function bareRestore(url: string, file: string): Promise<void> {
  await run((await programs()).pgRestore, ['--no-owner', `--dbname=${url}`, file]);
}

function programs() {
  return findPrograms({ folder: postgresToolsFolder(), serverVersion: '18.0' });
}

function rowsOf(rounds: readonly Round[]): readonly BenchRow[] {
  const sums = (of: (round: Round) => number) => rounds.map(of);
  const dumpAndCopy = sums(({ dump, copy }) => dump + copy);
  const bare = sums((round) => round.bareDump + round.bareCopy);
  const first = sums(({ dump, copy, verify }) => dump + copy + verify);
  return [
    rowOf(
      'dump',
      '`pg_dump --format=custom`',
      sums(({ dump }) => dump),
      sums((each) => each.bareDump),
      1.3,
    ),
    rowOf(
      'backup without its verification',
      'the same, and a synced copy of the recordings',
      dumpAndCopy,
      bare,
      1.3,
    ),
    rowOf(
      'restore of the database',
      '`pg_restore`',
      sums((each) => each.restore),
      sums((each) => each.bareRestore),
      1.3,
    ),
    rowOf(
      'an unchanged second backup',
      'the first one',
      sums(({ second }) => second),
      first,
      0.2,
    ),
  ];
}

function verificationOf(rounds: readonly Round[]): BenchFigures {
  const verifyMs = median(rounds.map(({ verify }) => verify));
  const what =
    'restored, all tables hashed, the change log replayed, all recordings read and hashed';
  return { name: 'verification of a backup', figures: { [what]: `${Math.round(verifyMs)} ms` } };
}

function rowOf(
  name: string,
  baseline: string,
  ours: readonly number[],
  raw: readonly number[],
  aim: number,
): BenchRow {
  const ratio = median(ours) / median(raw);
  return {
    ...{ name, baseline, unit: 'ms', rounds: ROUNDS, ratio },
    ...{ ours: median(ours), raw: median(raw), aim: `≤ ${aim}`, met: ratio <= aim },
    remarks: [
      `${EXCHANGES} exchanges, ${RECORDINGS} recordings of ${RECORDING_BYTES / 2 ** 20} MiB`,
    ],
  };
}
