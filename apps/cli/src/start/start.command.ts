import type { Config } from '#platform';
import type { Reporter } from '../logs/reporter.ts';
import { InstanceLock } from '../supervisor/instance-lock.ts';
import type { PartName } from '../supervisor/part.ts';
import { Supervisor } from '../supervisor/supervisor.ts';
import { prepareDataFolder } from './data-folder.ts';
import { gatewayUrl } from './node-parts.ts';
import { checkPorts } from './ports.ts';
import { readyTable, type TableRow } from './ready-table.ts';
import { startSteps } from './start-steps.ts';
import { wantedPorts } from './wanted-ports.ts';

/** Options of `afterword start`. */
export interface StartOptions {
  /** Parts to run, in start order. */
  readonly only: readonly PartName[];
  /** Called once when all parts are ready. */
  readonly whenReady: () => Promise<void>;
}

/**
 * `afterword start`: runs all parts until a stop is requested.
 * @param stopRequest resolves when a stop is requested
 * @throws StartError when the start fails; no part is left running then
 */
export async function start(
  config: Config,
  options: StartOptions,
  reporter: Reporter,
  stopRequest: Promise<void>,
): Promise<void> {
  const folder = prepareDataFolder(config.dataFolder);
  const lock = new InstanceLock(folder.run);
  lock.acquire(`${gatewayUrl(config)}/app`);
  try {
    const { managed, steps } = startSteps(config, folder, options.only, reporter);
    for (const each of managed) await each.endLeftOver();
    await checkPorts(
      wantedPorts(
        config,
        managed.map(({ part }) => part.name),
      ),
    );
    await runUntil(stopRequest, new Supervisor(steps, reporter), config, options, reporter);
  } finally {
    lock.release();
  }
}

async function runUntil(
  stopRequest: Promise<void>,
  supervisor: Supervisor,
  config: Config,
  options: StartOptions,
  reporter: Reporter,
): Promise<void> {
  const stopping = stopRequest.then(async () => {
    reporter.say('\nStopping: finishing or handing back work in progress …');
    await supervisor.stop();
  });
  try {
    if (await supervisor.start()) await announce(config, options, reporter);
    await stopping;
    reporter.say('Stopped.');
  } finally {
    await supervisor.stop();
  }
}

async function announce(config: Config, options: StartOptions, reporter: Reporter): Promise<void> {
  reporter.say(`\n${readyTable(rowsOf(config, options.only))}\nPress Ctrl-C to stop.`);
  await options.whenReady();
}

function rowsOf(config: Config, only: readonly PartName[]): readonly TableRow[] {
  const url = gatewayUrl(config);
  const gateway: TableRow[] = [
    ['Page', `${url}/app`],
    ['API documentation', `${url}/docs`],
  ];
  return [
    ...(only.includes('gateway') ? gateway : []),
    ['Temporal Web UI', config.temporal.uiUrl],
    ['Data folder', config.dataFolder],
  ];
}
