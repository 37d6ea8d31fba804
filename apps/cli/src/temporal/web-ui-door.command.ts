import { InvalidArgumentError } from 'commander';
import type { Config } from '#platform';
import type { LocalAddress } from './hidden-address.ts';
import { WebUiDoor, webUiHosts } from './web-ui-door.ts';

/** @param text such as `temporal-ui:8080` */
export function parseTarget(text: string): LocalAddress {
  const [, host, port] = /^([^\s:/]+):(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined) throw new InvalidArgumentError('It must look like host:port.');
  return { host, port: Number(port) };
}

/**
 * Stands before a Temporal Web UI that runs elsewhere, as in another container, until a stop request. It
 * listens on `AFTERWORD_HOST` and `AFTERWORD_TEMPORAL_UI_PORT`.
 */
export async function guardWebUi(
  config: Config,
  target: LocalAddress,
  stopRequest: Promise<void>,
): Promise<void> {
  const { temporalUiPort: port } = config.embedded;
  const options = { address: config.host, port, hosts: webUiHosts(config) };
  const door = new WebUiDoor({ ...options, target: () => target });
  await door.start();
  await stopRequest;
  await door.stop();
}
