import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import pg from 'pg';
import { ADMIN_ROLE } from '../../../apps/cli/src/postgres/cluster.ts';
import { addSearchAttributes } from '../../../apps/cli/src/temporal/search-attributes.ts';
import { bundleWorkflows } from '../bundle-workflows.ts';
import { DATABASE_CREDENTIALS, startPostgres, startTemporal, type TestServer } from '../servers.ts';
import { startStack, type StackPlace } from '../stack.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { NewDatabase, NewNamespace } from './shared-servers.types.ts';

/**
 * No test restarts the shared PostgreSQL, so it need not survive a power failure. Each spec file opens
 * connections of its own.
 */
const POSTGRES_SETTINGS = ['fsync=off', 'max_connections=400'];

/** The servers that all spec files of a run share. Each starts when it is first asked for. */
export class SharedServers {
  private readonly stops: (() => Promise<void>)[] = [];
  private readonly postgres = once(() => this.startPostgres());
  private readonly temporal = once(() => this.startTemporal());
  private created = 0;

  /** The whole product with default settings. */
  readonly stack = once(() => this.startStack());

  /** The file that contains all workflows, bundled from their sources. */
  readonly workflowBundle = once(() => this.bundle());

  /**
   * A new database at the current schema: a copy of the one that was migrated, or of another one, to which
   * nobody may be connected.
   * @param original name of the other one; empty for the one that was migrated
   */
  async newDatabase(original: string): Promise<NewDatabase> {
    const { admin, address } = await this.postgres();
    const migrated = new URL(address);
    const name = this.nextName();
    const template = admin.escapeIdentifier(original || migrated.pathname.slice(1));
    // Copying files takes half the processor time of writing all blocks to the log.
    await admin.query(
      `CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${migrated.username} STRATEGY FILE_COPY`,
    );
    return { name, url: new URL(name, migrated).href };
  }

  /** Drops a database, and ends the connections to it. */
  async dropDatabase(name: string): Promise<void> {
    const { admin } = await this.postgres();
    await admin.query(`DROP DATABASE IF EXISTS ${admin.escapeIdentifier(name)} WITH (FORCE)`);
  }

  /** A new namespace with the product's search attributes. */
  async newNamespace(): Promise<NewNamespace> {
    const { connection, address } = await this.temporal();
    const namespace = this.nextName();
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
    await addSearchAttributes(connection, namespace);
    return { address, namespace };
  }

  /** Stops all servers that were started. */
  async stop(): Promise<void> {
    for (const stop of this.stops.reverse()) await stop();
  }

  private nextName(): string {
    this.created += 1;
    return `spec_${this.created}`;
  }

  private async startPostgres() {
    const { address } = this.stopsLater(await startPostgres(...POSTGRES_SETTINGS));
    const url = new URL(address);
    const admin = new pg.Client({
      host: url.hostname,
      port: Number(url.port),
      user: ADMIN_ROLE,
      password: DATABASE_CREDENTIALS.admin,
      database: 'postgres',
    });
    await admin.connect();
    this.stops.push(() => admin.end());
    return { address, admin };
  }

  private async startTemporal() {
    const { address } = this.stopsLater(await startTemporal());
    const connection = await Connection.connect({ address });
    this.stops.push(() => connection.close());
    return { address, connection };
  }

  private async startStack(): Promise<StackPlace> {
    const {
      process: _process,
      stop,
      ...place
    } = await startStack({ AFTERWORD_VOICE_PROFILES: 'on' });
    this.stops.push(stop);
    return place;
  }

  private async bundle(): Promise<string> {
    const folder = await temporaryFolder('workflows');
    this.stops.push(() => rm(folder, { recursive: true }));
    const file = path.join(folder, 'workflows.js');
    await writeFile(file, (await bundleWorkflows()).code);
    return file;
  }

  private stopsLater(server: TestServer): TestServer {
    this.stops.push(() => server.stop());
    return server;
  }
}

/** Calls a function at most once; all callers get its result. */
function once<Result>(create: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => (result ??= create());
}
