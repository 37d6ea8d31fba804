import { rm } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { ProjectionCheck, SnapshotFolder, SnapshotTaker } from '#backups';
import { NAME_RULES, narrativesOf, PIN_RULES } from '#domain';
import { createRepositories, NO_LIMITS, openDatabase, type Repositories } from '#store';
import { startPostgres } from '../../test/support/servers.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { inParallel, timeOf } from '../lib/measure.ts';
import type { BenchFigures } from '../lib/row.ts';

const CONVERSATIONS = 100;
/** Two events each: the exchange and its memory. */
const EXCHANGES = 20_000;
const CONCURRENCY = 64;
const TURNS = [{ speaker: 'Ada', text: 'We launch in March, whatever comes.' }];

/** Measures how fast the data is compared with its change log, and what a snapshot saves. */
export async function checkBench(): Promise<BenchFigures> {
  const server = await startPostgres();
  const folder = await temporaryFolder('snapshots');
  const database = openDatabase(server.address, 8, () => undefined);
  try {
    const work = { scoring: true, sharedRuns: false, titles: false, agents: [] };
    const settings = { limits: NO_LIMITS, pinRules: PIN_RULES, nameRules: NAME_RULES, ...work };
    const repositories = createRepositories(database.db, settings);
    await fill(repositories);
    return { name: 'check of the change log', figures: await figuresOf(repositories, folder) };
  } finally {
    await database.close();
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function fill({ conversations, exchanges }: Repositories): Promise<void> {
  const ids: string[] = [];
  for (let count = 0; count < CONVERSATIONS; count += 1) {
    const given = { ownerId: 'ada', title: 'Launch planning', tags: [] };
    ids.push((await conversations.create(given, null)).id);
  }
  await inParallel(EXCHANGES, CONCURRENCY, async (number) => {
    const conversationId = ids[number % ids.length] ?? '';
    await exchanges.add({ conversationId, turns: TURNS, narratives: narrativesOf(TURNS) }, null);
  });
}

async function figuresOf(
  { projections }: Repositories,
  folder: string,
): Promise<BenchFigures['figures']> {
  const snapshots = new SnapshotFolder(folder);
  const check = new ProjectionCheck(projections, snapshots);
  const taker = new SnapshotTaker(projections, snapshots, 5, pino({ level: 'silent' }));
  const run = async (fromBeginning: boolean) => {
    const report = await check.run({ fromBeginning, onDifference: () => undefined });
    if (report.differences > 0) throw new Error(`${report.differences} differences`);
    return report;
  };
  const { events, rows } = await run(true);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const wholeMs = await timeOf(() => run(true));
  const snapshotMs = await timeOf(() => taker.take({ signal: new AbortController().signal }));
  const tailMs = await timeOf(() => run(false));
  delay.disable();
  const [snapshot] = await snapshots.list();
  return {
    'events, rows': `${events}, ${rows}`,
    'from the beginning': `${Math.round((events * 1000) / wholeMs)} events/s`,
    'from a snapshot without new events, beside that': (tailMs / wholeMs).toFixed(2),
    'taking a snapshot, beside that': (snapshotMs / wholeMs).toFixed(2),
    'size of the snapshot': `${Math.round((snapshot?.sizeBytes ?? 0) / 1024)} KiB`,
    'longest hold of the event loop': `${(delay.max / 1e6).toFixed(0)} ms`,
    'memory of the process afterwards': `${Math.round(process.memoryUsage().rss / 1024 / 1024)} MiB`,
  };
}
