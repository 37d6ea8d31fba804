import { Command, InvalidArgumentError } from 'commander';
import { ENGINES } from '#engines/definitions';
import { keepFilesPrivate, loadConfig } from '#platform';
import { BackupApi } from './backups/backup-api.ts';
import {
  backUp,
  listBackups,
  restore,
  type BackupConsole,
  type RestoreFlags,
} from './backups/backup.command.ts';
import { erase } from './backups/erase.command.ts';
import { ProgressOutput } from './backups/progress-line.ts';
import type { CheckFlags } from './check/check.command.ts';
import { explanationOf } from './logs/explain.ts';
import { Reporter } from './logs/reporter.ts';
import { giveSample } from './sample/give-sample.ts';
import { DatabaseStep } from './start/database-step.ts';
import { gatewayUrl } from './start/node-parts.ts';
import { start } from './start/start.command.ts';
import { stopRequested } from './start/stop-signal.ts';
import { PART_NAMES, type PartName } from './supervisor/part.ts';
import type { LocalAddress } from './temporal/hidden-address.ts';
import { guardWebUi, parseTarget } from './temporal/web-ui-door.command.ts';

interface StartFlags {
  readonly sample: boolean;
  readonly only: readonly PartName[];
}

/** Exit codes of `check`. */
const DIFFERENCES = 1;
const COULD_NOT_CHECK = 2;

/** Exit codes of the commands about backups. */
const NOT_DONE = 1;
const COULD_NOT_ASK = 2;

keepFilesPrivate();
const reporter = new Reporter((text) => process.stdout.write(text));

/** @param text part names, separated by commas */
function parseParts(text: string): readonly PartName[] {
  const wanted = text.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !PART_NAMES.some((known) => known === name));
  if (unknown === undefined) return PART_NAMES.filter((name) => wanted.includes(name));
  throw new InvalidArgumentError(
    `There is no part ${unknown}; there are ${PART_NAMES.join(', ')}.`,
  );
}

const program = new Command('afterword').description(
  'Everything that happens after the words of a conversation.',
);

program
  .command('start')
  .description('run all parts on this machine until Ctrl-C')
  .option('--no-sample', 'do not add the sample conversation on the first start')
  .option('--only <parts>', `run only these parts: ${PART_NAMES.join(',')}`, parseParts, PART_NAMES)
  .action(async ({ only, sample }: StartFlags) => {
    const stopRequest = stopRequested();
    const config = loadConfig(ENGINES);
    const whenReady = () =>
      sample && only.includes('gateway') ? giveSample(config, reporter) : done();
    await start(config, { only, whenReady }, reporter, stopRequest);
  });

program
  .command('migrate')
  .description('migrate the configured database to the current schema')
  .action(() => new DatabaseStep(null, loadConfig(ENGINES).database.url).start());

program
  .command('web-ui-door')
  .description('keep foreign names and pages from a Temporal Web UI that runs elsewhere')
  .requiredOption('--target <host:port>', 'where the Web UI is', parseTarget)
  .action(({ target }: { readonly target: LocalAddress }) =>
    guardWebUi(loadConfig(ENGINES), target, stopRequested()),
  );

program
  .command('check')
  .description('compare the data with the change log; exits with 1 when there are differences')
  .option('--repair', 'set what differs to what the change log says', false)
  .option('--from-beginning', 'replay all events, and check the snapshots as well', false)
  .option('--url <url>', 'check another database; pass its password in PGPASSWORD')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : COULD_NOT_CHECK))
  .action(async (flags: CheckFlags) => {
    try {
      // Loaded when needed: `start` does not need the libraries of backups.
      const { check } = await import('./check/check.command.ts');
      const isFine = await check(loadConfig(ENGINES), flags, reporter);
      process.exitCode = isFine ? 0 : DIFFERENCES;
    } catch (error) {
      process.stderr.write(explanationOf(error));
      process.exitCode = COULD_NOT_CHECK;
    }
  });

program
  .command('backups')
  .description('list the backups')
  .action(() => withBackups(listBackups));

program
  .command('backup')
  .description('back up, and show the progress; exits with 1 when it fails')
  .option('--force', 'also when there is a good backup younger than 23 hours', false)
  .action(({ force }: { readonly force: boolean }) =>
    withBackups((console) => backUp(console, force)),
  );

program
  .command('restore')
  .description('say what restoring a backup would change, or restore it')
  .argument('<backup>', 'id of the backup, as `afterword backups` lists it')
  .option('--dry-run', 'only say what would change', false)
  .option('--yes <text>', 'restore it; the text is `restore` and the id of the backup')
  .action((backupId: string, flags: RestoreFlags) =>
    withBackups((console) => restore(console, backupId, flags)),
  );

program
  .command('erase')
  .description('erase everything of an owner, and say which backups still hold it')
  .argument('<owner>', 'id of the owner')
  .option('--yes <owner>', 'do it; the id of the owner once more')
  .action((ownerId: string, { yes }: { readonly yes?: string }) =>
    withBackups((console) => erase(console, ownerId, yes)),
  );

/** Runs a command on the running gateway. */
async function withBackups(command: (console: BackupConsole) => Promise<boolean>): Promise<void> {
  try {
    const api = new BackupApi(gatewayUrl(loadConfig(ENGINES)));
    const progress = new ProgressOutput(process.stdout);
    process.exitCode = (await command({ api, reporter, progress })) ? 0 : NOT_DONE;
  } catch (error) {
    process.stderr.write(explanationOf(error));
    process.exitCode = COULD_NOT_ASK;
  }
}

const done = () => Promise.resolve();

try {
  await program.parseAsync();
  process.exitCode ??= 0;
} catch (error) {
  process.stderr.write(explanationOf(error));
  process.exitCode = 1;
}
// The IPC channel to the parent script would keep the process alive.
process.channel?.unref();
