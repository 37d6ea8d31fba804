import type { Task } from '#contracts/api';
import type { Reporter } from '../logs/reporter.ts';
import type { BackupApi } from './backup-api.ts';
import { describeBackup, describePlan } from './backup-text.ts';
import { followTask } from './follow-task.ts';
import type { ProgressOutput } from './progress-line.ts';

/** What the commands talk to. */
export interface BackupConsole {
  readonly api: BackupApi;
  readonly reporter: Reporter;
  readonly progress: ProgressOutput;
}

/** Options of `afterword restore`. */
export interface RestoreFlags {
  readonly dryRun: boolean;
  /** The typed confirmation. */
  readonly yes?: string;
}

/** `afterword backups`: lists them. @returns `true` */
export async function listBackups({ api, reporter }: BackupConsole): Promise<boolean> {
  const backups = await api.list();
  if (backups.length === 0) reporter.say('There are no backups yet.');
  for (const backup of backups) reporter.say(describeBackup(backup));
  return true;
}

/**
 * `afterword backup`: makes one, and shows its progress.
 * @returns whether it was made, or was not due
 */
export async function backUp(console: BackupConsole, force: boolean): Promise<boolean> {
  return follow(console, await console.api.backUp(force));
}

/**
 * `afterword restore`: says what would change; with the confirmation, restores and shows the progress.
 * @returns whether it was restored; for a plan, `true` only if that was asked for
 */
export async function restore(
  console: BackupConsole,
  backupId: string,
  { dryRun, yes }: RestoreFlags,
): Promise<boolean> {
  const { api, reporter } = console;
  if (!dryRun && yes !== undefined) return follow(console, await api.restore(backupId, yes));
  const plan = await api.plan(backupId);
  for (const line of describePlan(plan)) reporter.say(line);
  reporter.say(`To restore it: afterword restore ${backupId} --yes "${plan.confirm}"`);
  return dryRun;
}

async function follow({ api, reporter, progress }: BackupConsole, task: Task): Promise<boolean> {
  const ended = await followTask(api, task, progress);
  for (const { message } of ended.warnings) reporter.say(message);
  if (ended.error) reporter.say(`${ended.error.message} ${ended.error.nextAction}`);
  return ended.state === 'completed';
}
