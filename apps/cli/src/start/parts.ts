import type { Config } from '#platform';
import { loadCredentials } from '../postgres/credentials.ts';
import { PostgresPart } from '../postgres/postgres-part.ts';
import type { DatabaseAccess } from '../postgres/databases.ts';
import type { Part, PartName } from '../supervisor/part.ts';
import { StartError } from '../supervisor/start-error.ts';
import { TemporalPart } from '../temporal/temporal-part.ts';
import { foundSettings } from './found-settings.ts';
import { gatewayPart, workerPart } from './node-parts.ts';

/** Access to the built-in PostgreSQL; `null` when another one is configured. */
export function databaseAccess(config: Config): DatabaseAccess | null {
  if (!config.embedded.runsDatabase) return null;
  return { port: config.embedded.databasePort, credentials: loadCredentials(config.dataFolder) };
}

/**
 * The parts that this configuration runs, in start order.
 * @param only names of the requested parts; a server that is configured elsewhere is never run
 */
export function partsOf(
  config: Config,
  access: DatabaseAccess | null,
  only: readonly PartName[],
): readonly Part[] {
  const settings = foundSettings(config, access);
  const makers: Readonly<Record<PartName, () => Part | null>> = {
    postgres: () => (access === null ? null : new PostgresPart(config.dataFolder, access)),
    temporal: () => (config.embedded.runsTemporal ? temporalPart(config) : null),
    worker: () => workerPart(config, settings),
    gateway: () => gatewayPart(config, settings),
  };
  return only.map((name) => makers[name]()).filter((part) => part !== null);
}

function temporalPart(config: Config): TemporalPart {
  const { temporalCliPath, temporalPort } = config.embedded;
  if (temporalCliPath === null) {
    throw new StartError(
      'There is no `temporal` program: start with `npm start`, or set AFTERWORD_TEMPORAL_CLI to one.',
    );
  }
  return new TemporalPart({
    program: temporalCliPath,
    dataFolder: config.dataFolder,
    namespace: config.temporal.namespace,
    port: temporalPort,
  });
}
