import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { pinsToEvict, narrativesOf } from '#domain';
import { findPrograms, openBackups, type BackupMaker, type BackupProgress } from '#backups';
import {
  createRepositories,
  DiskBlobStore,
  NO_LIMITS,
  openDatabase,
  type Repositories,
} from '#store';
import { postgresToolsFolder } from '../../test/support/postgres-tools.ts';
import { startPostgres } from '../../test/support/servers.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { inParallel, median, percentile, timeOf } from '../lib/measure.ts';
import type { BenchResult, BenchRow } from '../lib/row.ts';

const EXCHANGES = 20_000;
const CONCURRENCY = 32;
const RECORDINGS = 100;
const RECORDING_BYTES = 4 * 1024 * 1024;
const ROUNDS = 3;
const WRITES = 400;

const TURNS = [
  { speaker: 'Ada', text: 'We launch in March, whatever comes, and Tom prepares it.' },
];
const run = promisify(execFile);

/** An installation with data, and a place for its backups. */
interface Filled {
  readonly url: string;
  readonly folder: string;
  readonly repositories: Repositories;
  readonly conversations: readonly string[];
  /** Backups in a new place. */
  readonly backups: (place: string) => Promise<BackupMaker>;
}

/** Measures backups beside PostgreSQL's own programs, and what writers notice of them. */
export async function backupBench(): Promise<readonly BenchResult[]> {
  const server = await startPostgres();
  const folder = await temporaryFolder('backups');
  const { db, close } = openDatabase(server.address, 16, () => undefined);
  try {
    const work = { scoring: true, sharedRuns: false, titles: false };
    const settings = { limits: NO_LIMITS, evict: pinsToEvict, ...work };
    const filled = await fill(server.address, folder, createRepositories(db, settings));
    const [dump, restore] = await besideBare(filled);
    return [dump, restore, await secondBesideFirst(filled), await writersMeanwhile(filled)];
  } finally {
    await close();
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function fill(url: string, folder: string, repositories: Repositories): Promise<Filled> {
  const blobs = new DiskBlobStore(path.join(folder, 'blobs'));
  const conversations: string[] = [];
  for (let count = 0; count < 100; count += 1) {
    const given = { ownerId: 'ada', title: 'Launch planning', tags: [] };
    conversations.push((await repositories.conversations.create(given, null)).id);
  }
  await inParallel(EXCHANGES, CONCURRENCY, (number) => say(repositories, conversations, number));
  for (let count = 0; count < RECORDINGS; count += 1) {
    const bytes = Readable.from([randomBytes(RECORDING_BYTES)]);
    const { sha256, sizeBytes, keep } = await blobs.stage(bytes, RECORDING_BYTES);
    await keep();
    const conversationId = conversations[0] ?? '';
    const clip = { conversationId, speaker: 'Ada', fileName: 'a.wav', sizeBytes, sha256 };
    await repositories.clips.acceptClip(clip, null);
  }
  const backups = (place: string) => {
    const config = {
      ...{ at: null, timeZone: 'UTC', toolsFolder: postgresToolsFolder() },
      place: { kind: 'folder', folder: path.join(folder, place) } as const,
      seal: { kind: 'none' } as const,
      keep: { count: 14, days: null, bytes: null },
    };
    return openBackups(config, { databaseUrl: url, blobs, version: 'bench' });
  };
  return { url, folder, repositories, conversations, backups };
}

function say({ exchanges }: Repositories, conversations: readonly string[], number: number) {
  const conversationId = conversations[number % conversations.length] ?? '';
  const narratives = narrativesOf(TURNS);
  return exchanges.add({ conversationId, turns: TURNS, narratives }, null).then(() => undefined);
}

/** A backup without its verification beside `pg_dump` and a copy of the files, and a restore beside `pg_restore`. */
async function besideBare(filled: Filled): Promise<readonly [BenchRow, BenchRow]> {
  const { folder } = filled;
  const [ours, bare, restores, bareRestores]: number[][] = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const maker = await filled.backups(`ours-${round}`);
    const job = jobOf(round);
    ours?.push(await timeOf(() => dumpAndCopy(maker, job)));
    restores?.push(await timeOf(() => maker.verify(job, unobserved())));
    const file = path.join(folder, `bare-${round}.dump`);
    bare?.push(await timeOf(() => bareDump(filled, file, round)));
    bareRestores?.push(await timeOf(() => bareRestore(filled, file, round)));
  }
  return [
    rowOf(
      'backup without its verification',
      '`pg_dump -Fc` and a copy of the recordings',
      ours,
      bare,
      1.3,
    ),
    rowOf(
      'verification by restoring, with all recordings',
      '`pg_restore` into an empty database',
      restores,
      bareRestores,
      1.3,
    ),
  ];
}

async function secondBesideFirst(filled: Filled): Promise<BenchRow> {
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const maker = await filled.backups(`twice-${round}`);
    for (const [times, number] of [
      [firsts, 100],
      [seconds, 200],
    ] as const) {
      const job = jobOf(round + number);
      times.push(
        await timeOf(async () => {
          await dumpAndCopy(maker, job);
          await maker.verify(job, unobserved());
        }),
      );
    }
  }
  return rowOf('an unchanged second backup', 'the first one', seconds, firsts, 0.2);
}

/** The latency of accepting an exchange while backups are made without a pause. */
async function writersMeanwhile(filled: Filled): Promise<BenchRow> {
  const without = await latencies(filled);
  let isMaking = true;
  const making = (async () => {
    for (let round = 0; isMaking; round += 1) {
      const maker = await filled.backups(`meanwhile-${round}`);
      const job = jobOf(round + 300);
      await dumpAndCopy(maker, job);
      await maker.verify(job, unobserved());
    }
  })();
  const during = await latencies(filled);
  isMaking = false;
  await making;
  const p95 = (values: readonly number[]) => [percentile(values, 0.95)];
  return {
    ...rowOf(
      'accepting an exchange during backups, p95',
      'the same without',
      p95(during),
      p95(without),
      1.5,
    ),
    rounds: WRITES,
  };
}

async function latencies({ repositories, conversations }: Filled): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < WRITES; count += 1) {
    times.push(await timeOf(() => say(repositories, conversations, count)));
  }
  return times;
}

async function dumpAndCopy(maker: BackupMaker, job: ReturnType<typeof jobOf>): Promise<void> {
  await maker.dump(job, unobserved());
  await maker.copy(job, unobserved());
}

async function bareDump({ url, folder }: Filled, file: string, round: number): Promise<void> {
  const { pgDump } = await programs();
  await run(pgDump, ['--format=custom', `--file=${file}`, url]);
  await cp(path.join(folder, 'blobs'), path.join(folder, `bare-${round}`), { recursive: true });
}

async function bareRestore({ url }: Filled, file: string, round: number): Promise<void> {
  const { pgRestore } = await programs();
  const { pool, close } = openDatabase(url, 1, () => undefined);
  await pool.query(`CREATE DATABASE bare_${round}`);
  const target = new URL(url);
  target.pathname = `/bare_${round}`;
  await run(pgRestore, ['--no-owner', `--dbname=${target.href}`, file]);
  await pool.query(`DROP DATABASE bare_${round}`);
  await close();
}

function programs() {
  return findPrograms({ folder: postgresToolsFolder(), serverVersion: '18.0' });
}

function jobOf(number: number) {
  const digits = String(number).padStart(4, '0');
  return { backupId: `bkp_${digits}`, taskId: `tsk_${digits}`, full: false };
}

function unobserved(): BackupProgress {
  return { signal: new AbortController().signal, onBytes: () => undefined };
}

function rowOf(
  name: string,
  baseline: string,
  ours: readonly number[] = [],
  raw: readonly number[] = [],
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
