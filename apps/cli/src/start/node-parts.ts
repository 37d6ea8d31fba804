import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '#platform';
import { NodePart } from '../supervisor/node-part.ts';
import { StartError } from '../supervisor/start-error.ts';

const DIST = path.resolve(import.meta.dirname, '../../..');
/** Added to the worker's own grace period, for closing its connections. */
const CLOSING_MS = 5_000;
const GATEWAY_STOP_MS = 10_000;

type Settings = Readonly<Record<string, string>>;

/** The worker; it signals readiness over its IPC channel when it polls. */
export function workerPart(config: Config, settings: Settings): NodePart {
  return new NodePart({
    name: 'worker',
    title: 'worker',
    main: builtMain('temporal-worker'),
    settings,
    stopGraceMs: config.shutdownGraceMs + CLOSING_MS,
  });
}

/** The gateway; its readiness endpoint says when it can serve. */
export function gatewayPart(config: Config, settings: Settings): NodePart {
  return new NodePart({
    name: 'gateway',
    title: 'gateway',
    main: builtMain('gateway'),
    settings,
    stopGraceMs: GATEWAY_STOP_MS,
    isReady: async () => (await fetch(`${gatewayUrl(config)}/health/ready`)).ok,
  });
}

/** URL of the gateway for programs on this machine. */
export function gatewayUrl(config: Config): string {
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  return `http://${everywhere ? '127.0.0.1' : config.host}:${config.port}`;
}

function builtMain(app: string): string {
  const main = path.join(DIST, app, 'src', 'main.js');
  if (existsSync(main)) return main;
  throw new StartError(`${main} is missing: run \`npm run build\`.`);
}
