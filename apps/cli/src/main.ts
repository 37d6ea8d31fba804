import { Command, InvalidArgumentError } from 'commander';
import { ENGINES } from '#engines/definitions';
import { InvalidSettingsError, loadConfig } from '#platform';
import { Reporter } from './logs/reporter.ts';
import { giveSample } from './sample/give-sample.ts';
import { DatabaseStep } from './start/database-step.ts';
import { start } from './start/start.command.ts';
import { stopRequested } from './start/stop-signal.ts';
import { PART_NAMES, type PartName } from './supervisor/part.ts';
import { StartError } from './supervisor/start-error.ts';

interface StartFlags {
  readonly sample: boolean;
  readonly only: readonly PartName[];
}

const reporter = new Reporter((text) => process.stdout.write(text));

/** @param text names of parts, separated by commas */
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
  .description('run everything on this machine until Ctrl-C')
  .option('--no-sample', 'leave out the sample conversation of the first start')
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
  .description('bring the configured database to the present schema')
  .action(() => new DatabaseStep(null, loadConfig(ENGINES).database.url).start());

const done = () => Promise.resolve();

/** A fault that a person can mend is told in a sentence; anything else keeps its stack. */
function explain(error: unknown): void {
  if (error instanceof StartError) {
    const details = error.details === '' ? '' : `\n${error.details.replace(/^/gm, '    ')}\n`;
    process.stderr.write(`\n${error.message}\n${details}`);
  } else if (error instanceof InvalidSettingsError) process.stderr.write(`\n${error.message}\n`);
  else
    process.stderr.write(
      `\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
}

try {
  await program.parseAsync();
  process.exitCode = 0;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
// The channel to the script that started us would keep the process alive.
process.channel?.unref();
