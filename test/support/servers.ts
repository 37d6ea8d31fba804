import { rm } from 'node:fs/promises';
import path from 'node:path';
import { ADMIN_ROLE } from '../../apps/cli/src/postgres/cluster.ts';
import { databaseUrl, ensureDatabase } from '../../apps/cli/src/postgres/databases.ts';
import { PostgresPart } from '../../apps/cli/src/postgres/postgres-part.ts';
import { TemporalPart } from '../../apps/cli/src/temporal/temporal-part.ts';
import { ENGINES } from '#engines/definitions';
import { loadConfig } from '#platform';
import { migrateDatabase } from '#store';
import { freePorts } from './free-port.ts';
import { runPart } from './run-part.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A test server with its own folder, which is removed when it stops. */
export interface TestServer {
  /** `postgresql://…` or `host:port` */
  readonly address: string;
  readonly folder: string;
  stop(): Promise<void>;
}

const ATTEMPTS = 3;

/** Passwords of the PostgreSQL servers of tests. */
export const DATABASE_CREDENTIALS = { admin: 'admin-of-a-test', afterword: 'of-a-test' };

/** URL of a database of a test server for its administrator, who may create roles. */
export function adminUrl(url: string): string {
  const admin = new URL(url);
  admin.username = ADMIN_ROLE;
  admin.password = DATABASE_CREDENTIALS.admin;
  return admin.href;
}

/**
 * Starts a real PostgreSQL with an empty database at the current schema. A spec that neither stops nor
 * configures it uses `newDatabase()`, which is faster.
 * @param settings additional settings of the server, as `name=value`
 */
export async function startPostgres(...settings: readonly string[]): Promise<TestServer> {
  const folder = await temporaryFolder('postgresql');
  const args = settings.flatMap((setting) => ['-c', setting]);
  const { access, running } = await onFreePorts(1, async ([port = 0]) => {
    const access = { port, credentials: DATABASE_CREDENTIALS };
    return { access, running: await runPart(new PostgresPart(folder, access), args) };
  });
  await ensureDatabase(access);
  await migrateDatabase(databaseUrl(access));
  return { address: databaseUrl(access), folder, stop: stopAndRemove(running, folder) };
}

/**
 * Starts a real Temporal with an empty namespace `default`. A spec that does not configure it uses
 * `newNamespace()`, which is faster.
 * @param dynamicConfig additional dynamic configuration, as `name=value`
 */
export async function startTemporal(...dynamicConfig: readonly string[]): Promise<TestServer> {
  const dataFolder = await temporaryFolder('temporal');
  const common = { program: temporalProgram(), dataFolder, namespace: 'default' };
  const args = dynamicConfig.flatMap((setting) => ['--dynamic-config-value', setting]);
  const { port, running } = await onFreePorts(1, async ([port = 0]) => {
    const part = new TemporalPart({ ...common, port });
    return { port, running: await runPart(part, args) };
  });
  const stop = stopAndRemove(running, dataFolder);
  return { address: `127.0.0.1:${port}`, folder: dataFolder, stop };
}

/** The configured `temporal` program, or the one that set-up downloaded. */
export function temporalProgram(): string {
  return (
    loadConfig(ENGINES).embedded.temporalCliPath ?? path.resolve('.toolchain/temporal/temporal')
  );
}

/** Starts a server again on other ports if it fails: another program may have taken its ports first. */
async function onFreePorts<Started>(
  count: number,
  start: (ports: readonly number[]) => Promise<Started>,
): Promise<Started> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await freePorts(count));
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

function stopAndRemove(running: { stop(): Promise<void> }, folder: string): () => Promise<void> {
  return async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
