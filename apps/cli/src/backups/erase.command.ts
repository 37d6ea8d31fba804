import type { ErasureDetails } from '#contracts/api';
import type { BackupConsole } from './backup.command.ts';
import { followTask } from './follow-task.ts';

/**
 * `afterword erase`: says what it would do; with the confirmation, erases an owner, shows the progress,
 * and says what was erased and which backups still hold it.
 * @param yes the name of the owner once more
 * @returns whether it was erased
 */
export async function erase(
  { api, reporter, progress }: BackupConsole,
  ownerId: string,
  yes?: string,
): Promise<boolean> {
  if (yes === undefined) {
    reporter.say(`This erases everything of ${ownerId}. It cannot be undone.`);
    reporter.say(`To do it: afterword erase ${ownerId} --yes ${ownerId}`);
    return false;
  }
  const { erasure, task } = await api.erase(ownerId, yes);
  const ended = await followTask(api, task, progress);
  if (ended.error) reporter.say(`${ended.error.message} ${ended.error.nextAction}`);
  const found = await api.erasure(erasure.id);
  for (const line of describeErasure(found)) reporter.say(line);
  return found.state === 'completed';
}

/** What was erased, and what backups hold, in lines. */
export function describeErasure({
  pseudonym,
  counts,
  backups,
  state,
}: ErasureDetails): readonly string[] {
  if (state !== 'completed') return ['It is not completed yet; run the command again to go on.'];
  const found = Object.entries(counts ?? {}).filter(([, count]) => count > 0);
  return [
    `Erased. The change log says ${pseudonym} from now on.`,
    ...found.map(([kind, count]) => `  ${kind.padEnd(15)} ${count}`),
    ...backupLines(backups),
  ];
}

function backupLines(backups: ErasureDetails['backups']): readonly string[] {
  if (backups === null) return ['Which backups hold it is not known: their place cannot be read.'];
  if (backups.length === 0) return ['No backup holds it.'];
  return [
    'These backups may hold it. A restore of them leaves it out.',
    ...backups.map(({ id, takenAt, keptUntil }) => {
      return `  ${id}  ${takenAt}  kept until about ${keptUntil.slice(0, 10)}`;
    }),
  ];
}
