import 'reflect-metadata';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createGateway } from '../../apps/gateway/src/create-gateway.ts';
import { ENGINES } from '#engines/definitions';
import { loadConfig, type Config, type OwnersConfig } from '#platform';
import { freePorts } from './free-port.ts';
import { newDatabase } from './shared-servers.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A gateway in the process of the test. */
export interface TestGateway {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly config: Config;
  /** Folder of the blobs. */
  readonly blobFolder: string;
  stop(): Promise<void>;
}

/** Dependencies of the gateway; an omitted server is unreachable. */
export interface GatewayOptions {
  readonly databaseUrl?: string;
  readonly temporal?: { readonly address: string; readonly namespace: string };
  readonly maxClipBytes?: number;
  /** Settings by environment variable name. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly owners?: Partial<OwnersConfig>;
}

/** Starts a gateway on a free port with its own data folder. */
export async function startGateway(options: GatewayOptions = {}): Promise<TestGateway> {
  const dataFolder = await temporaryFolder('gateway');
  const [unusedPort] = await freePorts(1);
  const unreachable = { address: `127.0.0.1:${unusedPort}`, namespace: 'default' };
  const { temporal = unreachable } = options;
  const settings = loadConfig(ENGINES, {
    AFTERWORD_DATABASE_URL:
      options.databaseUrl ?? `postgresql://nobody@${unreachable.address}/none`,
    AFTERWORD_TEMPORAL_ADDRESS: temporal.address,
    AFTERWORD_TEMPORAL_NAMESPACE: temporal.namespace,
    AFTERWORD_DATA_FOLDER: dataFolder,
    AFTERWORD_LOG_LEVEL: 'fatal',
    ...options.settings,
  });
  const { maxClipBytes = settings.maxClipBytes } = options;
  const config = { ...settings, maxClipBytes, owners: { ...settings.owners, ...options.owners } };
  const app = await createGateway(config);
  await app.listen(0, '127.0.0.1');
  const stop = async (): Promise<void> => {
    await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  const blobFolder = path.join(dataFolder, 'blobs');
  return { app, url: (await app.getUrl()).replace(/\/$/, ''), config, blobFolder, stop };
}

/** A gateway that runs while the tests of a group do. Its properties are known once they run. */
export type GatewayOfTests = Omit<TestGateway, 'stop'> & {
  /** URL of its database; empty when it has none. */
  readonly databaseUrl: string;
};

/**
 * Starts a gateway with a new database before the tests of a group, and stops it after them. Temporal
 * is unreachable.
 * @param options with `database: false`, PostgreSQL is unreachable as well
 */
export function useGateway(
  options: Omit<GatewayOptions, 'databaseUrl'> & { readonly database?: false } = {},
): GatewayOfTests {
  const running: { gateway?: TestGateway; databaseUrl: string } = { databaseUrl: '' };
  const undo: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    if (options.database !== false) {
      const { url, drop } = await newDatabase();
      running.databaseUrl = url;
      undo.unshift(drop);
    }
    const { databaseUrl } = running;
    const gateway = await startGateway({ ...options, ...(databaseUrl && { databaseUrl }) });
    running.gateway = gateway;
    undo.unshift(() => gateway.stop());
  });
  afterAll(async () => {
    for (const step of undo) await step();
  });
  return runningGateway(running);
}

function runningGateway(running: { gateway?: TestGateway; databaseUrl: string }): GatewayOfTests {
  const started = (): TestGateway => {
    if (!running.gateway) throw new Error('the gateway starts before the tests, not earlier');
    return running.gateway;
  };
  return {
    get app() {
      return started().app;
    },
    get url() {
      return started().url;
    },
    get config() {
      return started().config;
    },
    get blobFolder() {
      return started().blobFolder;
    },
    get databaseUrl() {
      return running.databaseUrl;
    },
  };
}
