import type { Config } from '#platform';
import type { PartName } from '../supervisor/part.ts';
import type { WantedPort } from './ports.ts';

const LOOPBACK = '127.0.0.1';

/** The ports that the given parts listen on. */
export function wantedPorts(config: Config, names: readonly PartName[]): readonly WantedPort[] {
  const { databasePort, temporalPort, temporalUiPort } = config.embedded;
  const ports: Readonly<Record<PartName, readonly WantedPort[]>> = {
    postgres: [wanted(databasePort, LOOPBACK, 'AFTERWORD_DATABASE_PORT', 'PostgreSQL')],
    temporal: [
      wanted(temporalPort, LOOPBACK, 'AFTERWORD_TEMPORAL_PORT', 'Temporal'),
      wanted(temporalUiPort, LOOPBACK, 'AFTERWORD_TEMPORAL_UI_PORT', 'the Temporal Web UI'),
    ],
    worker: [],
    gateway: [wanted(config.port, config.host, 'AFTERWORD_PORT', 'the page and the API')],
  };
  return names.flatMap((name) => ports[name]);
}

function wanted(port: number, host: string, setting: string, purpose: string): WantedPort {
  return { port, host, setting, purpose };
}
