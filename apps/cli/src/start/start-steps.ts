import type { Config } from '#platform';
import { noteworthy } from '../logs/log-line.ts';
import { PartLog } from '../logs/part-log.ts';
import type { Reporter } from '../logs/reporter.ts';
import { ManagedPart } from '../supervisor/managed-part.ts';
import { PartRecord } from '../supervisor/part-record.ts';
import type { Part, PartName } from '../supervisor/part.ts';
import type { StartStep } from '../supervisor/supervisor.ts';
import { TemporalPart } from '../temporal/temporal-part.ts';
import { WebUiDoor, webUiHosts } from '../temporal/web-ui-door.ts';
import type { DataFolder } from './data-folder.ts';
import { DatabaseStep } from './database-step.ts';
import { databaseAccess, partsOf } from './parts.ts';

/** The steps of a start, in order. */
export interface StartSteps {
  readonly managed: readonly ManagedPart[];
  readonly steps: readonly StartStep[];
}

/**
 * Builds the steps of a start.
 * @param only names of the requested parts
 * @throws StartError when a part cannot run on this machine
 */
export function startSteps(
  config: Config,
  folder: DataFolder,
  only: readonly PartName[],
  reporter: Reporter,
): StartSteps {
  const access = databaseAccess(config);
  const parts = partsOf(config, access, only);
  const managed = parts.map((part) => manage(part, folder, reporter));
  const database = new DatabaseStep(access, config.database.url);
  const isServer = ({ part }: ManagedPart) => part.name === 'postgres';
  const [first, rest] = [managed.filter(isServer), managed.filter((each) => !isServer(each))];
  const needsDatabase = only.some((name) => name !== 'temporal');
  const steps = [
    ...first,
    ...(needsDatabase ? [database] : []),
    ...rest,
    ...webUiDoors(parts, config),
  ];
  return { managed, steps };
}

/** The way to the Web UI of the built-in Temporal. */
function webUiDoors(parts: readonly Part[], config: Config): readonly StartStep[] {
  const { temporalUiPort: port } = config.embedded;
  const hosts = webUiHosts(config);
  return parts
    .filter((part) => part instanceof TemporalPart)
    .map((part) => new WebUiDoor({ port, hosts, target: () => part.webUi }));
}

function manage(part: Part, folder: DataFolder, reporter: Reporter): ManagedPart {
  const log = new PartLog(folder.logs, part.name, (line) => {
    const message = noteworthy(line);
    if (message !== null) reporter.warn(part.name, message);
  });
  return new ManagedPart(part, log, new PartRecord(folder.run, part.name), reporter);
}
