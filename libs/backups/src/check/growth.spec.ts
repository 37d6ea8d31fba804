import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { anExchange, TestStore } from '../../../store/src/store.fixture.ts';
import { SnapshotFolder } from '../snapshots/snapshot-folder.ts';
import { SnapshotTaker } from '../snapshots/snapshot-taker.ts';
import { ProjectionCheck } from './projection-check.ts';

/** Two events each: the exchange and its memory. */
const EXCHANGES = 2_500;

describe('the work of a check', () => {
  let store: TestStore;
  let folder: string;
  let check: ProjectionCheck;
  let conversationId: string;
  beforeAll(async () => {
    store = await TestStore.open();
    folder = await temporaryFolder('snapshots');
    check = new ProjectionCheck(store.repositories.projections, new SnapshotFolder(folder));
    conversationId = await store.newConversation();
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function grow(exchanges: number): Promise<void> {
    const adding = Array.from({ length: exchanges }, () =>
      store.repositories.exchanges.add(anExchange(conversationId), null),
    );
    await Promise.all(adding);
  }

  /** Checks, and counts what it took. */
  async function work(fromBeginning: boolean) {
    const statements = jest.spyOn(pg.Client.prototype, 'query');
    const pages: number[] = [];
    const report = await check.run({
      fromBeginning,
      onDifference: (difference) => {
        throw new Error(JSON.stringify(difference));
      },
      onEvents: (eventNumber) => pages.push(eventNumber),
    });
    const count = statements.mock.calls.length;
    statements.mockRestore();
    return { ...report, statements: count, pages: pages.length };
  }

  it('at most doubles when the events double, and is small after a snapshot', async () => {
    await grow(EXCHANGES);
    const once = await work(true);
    await grow(EXCHANGES);
    const twice = await work(true);
    expect(twice.events).toBeGreaterThanOrEqual(10_000);
    expect(twice.events).toBeGreaterThanOrEqual(1.9 * once.events);
    expect(twice.statements).toBeLessThanOrEqual(2 * once.statements);
    expect(twice.pages).toBeLessThanOrEqual(2 * once.pages + 1);
    const logger = pino({ level: 'silent' });
    const taker = new SnapshotTaker(
      store.repositories.projections,
      new SnapshotFolder(folder),
      5,
      logger,
    );
    await taker.take({ signal: new AbortController().signal });
    await grow(10);
    const tail = await work(false);
    expect(tail).toMatchObject({ events: 20, pages: 1, rows: twice.rows + 30 });
  }, 60_000);
});
