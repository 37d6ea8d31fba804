import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProjectionCheck } from '#backups';
import type { Difference } from '#domain';
import { migrateDatabase, openDatabase, ProjectionsRepository } from '#store';
import { loadCredentials } from '../postgres/credentials.ts';
import { databaseUrl } from '../postgres/databases.ts';
import { PostgresPart } from '../postgres/postgres-part.ts';
import { unpackEarlierData } from '../../../../test/support/earlier-data.ts';
import { freePorts } from '../../../../test/support/free-port.ts';
import { runPart } from '../../../../test/support/run-part.ts';

describe('the data of an earlier version', () => {
  let dataFolder: string;
  let server: { stop(): Promise<void> };
  let url: string;
  beforeAll(async () => {
    dataFolder = await unpackEarlierData();
    const [port = 0] = await freePorts(1);
    const access = { port, credentials: loadCredentials(dataFolder) };
    server = await runPart(new PostgresPart(dataFolder, access));
    url = databaseUrl(access);
    await migrateDatabase(url);
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('is what its change log says, with events in their earlier forms', async () => {
    const database = openDatabase(url, 2, () => undefined);
    const differences: Difference[] = [];
    const check = new ProjectionCheck(new ProjectionsRepository(database.db));
    const onDifference = (each: Difference) => differences.push(each);
    const { events, rows } = await check.run({ onDifference });
    await database.close();
    expect(differences).toEqual([]);
    expect({ events, rows }).toEqual({ events: 87, rows: 59 });
  });
});
