import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { databaseUrl, ensureDatabase } from '../../apps/cli/src/postgres/databases.ts';
import { PostgresPart } from '../../apps/cli/src/postgres/postgres-part.ts';
import { TemporalPart } from '../../apps/cli/src/temporal/temporal-part.ts';
import { ENGINES } from '#engines/definitions';
import { loadConfig } from '#platform';
import { migrateDatabase } from '#store';
import { freePorts } from './free-port.ts';
import { runPart } from './run-part.ts';

/** A server of a test, in a folder of its own that goes with it. */
export interface TestServer {
  /** `postgresql://…` or `host:port` */
  readonly address: string;
  readonly folder: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL with an empty database at the present schema. */
export async function startPostgres(): Promise<TestServer> {
  const [port = 0] = await freePorts(1);
  const folder = await temporaryFolder('postgresql');
  const access = { port, credentials: { admin: 'admin-of-a-test', afterword: 'of-a-test' } };
  const running = await runPart(new PostgresPart(folder, access));
  await ensureDatabase(access);
  await migrateDatabase(databaseUrl(access));
  return { address: databaseUrl(access), folder, stop: stopAndRemove(running, folder) };
}

/**
 * A real Temporal with an empty namespace.
 * @param dynamicConfig settings of the server beside those of the product, as `name=value`
 */
export async function startTemporal(...dynamicConfig: readonly string[]): Promise<TestServer> {
  const [port = 0, uiPort = 0] = await freePorts(2);
  const dataFolder = await temporaryFolder('temporal');
  const program = temporalProgram();
  const part = new TemporalPart({ program, dataFolder, namespace: 'default', port, uiPort });
  const running = await runPart(
    part,
    dynamicConfig.flatMap((setting) => ['--dynamic-config-value', setting]),
  );
  const stop = stopAndRemove(running, dataFolder);
  return { address: `127.0.0.1:${port}`, folder: dataFolder, stop };
}

/** The `temporal` program that set-up found. */
export function temporalProgram(): string {
  return (
    loadConfig(ENGINES).embedded.temporalCliPath ?? path.resolve('.toolchain/temporal/temporal')
  );
}

/** An empty folder for one test; the test removes it. */
export function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), `afterword-${name}-`));
}

function stopAndRemove(running: { stop(): Promise<void> }, folder: string): () => Promise<void> {
  return async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
