import 'reflect-metadata';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createGateway } from '../../apps/gateway/src/create-gateway.ts';
import { ENGINES } from '#engines/definitions';
import { loadConfig, type Config, type OwnersConfig } from '#platform';
import { freePorts } from './free-port.ts';
import { temporaryFolder } from './servers.ts';

/** A gateway of a test, in the test's own process. */
export interface TestGateway {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly config: Config;
  /** Folder of the blobs. */
  readonly blobFolder: string;
  stop(): Promise<void>;
}

/** What a gateway of a test depends on; whatever is left out is not there. */
export interface GatewayOptions {
  readonly databaseUrl?: string;
  readonly temporalAddress?: string;
  readonly maxClipBytes?: number;
  /** By their names in the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly owners?: Partial<OwnersConfig>;
}

/** Starts a gateway on a free port, with a data folder of its own. */
export async function startGateway(options: GatewayOptions = {}): Promise<TestGateway> {
  const dataFolder = await temporaryFolder('gateway');
  const [nowhere] = await freePorts(1);
  const settings = loadConfig(ENGINES, {
    AFTERWORD_DATABASE_URL: options.databaseUrl ?? `postgresql://nobody@127.0.0.1:${nowhere}/none`,
    AFTERWORD_TEMPORAL_ADDRESS: options.temporalAddress ?? `127.0.0.1:${nowhere}`,
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
