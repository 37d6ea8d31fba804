import { spawnSync } from 'node:child_process';
import { StartError } from '../supervisor/start-error.ts';
import { findOrCreateUser, type SystemUser } from './system-user.ts';

/** Whom PostgreSQL runs as, and the words before its command line that bring that about. */
export interface RunAs {
  readonly user: SystemUser | null;
  readonly prefix: readonly string[];
}

/**
 * Capabilities that let another user pass through folders that are closed to it, such as `/root`:
 * the narrower one first; containers often hold only the wider. `access()` ignores them unless the
 * secure bit is set.
 */
const PASSAGES = ['dac_read_search', 'dac_override'].map((capability) => [
  '--securebits=+no_setuid_fixup',
  `--inh-caps=+${capability}`,
  `--ambient-caps=+${capability}`,
  `--bounding-set=-all,+${capability}`,
]);

/**
 * PostgreSQL refuses to run as root: root hands it to another user.
 * @param paths programs and folders that the user must be able to reach
 * @throws StartError when no user can be had, or cannot reach the paths
 */
export function resolveRunAs(paths: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return { user: null, prefix: endsWithParent() };
  if (!hasSetpriv()) {
    throw new StartError(
      'PostgreSQL does not run as root, and the command `setpriv` (package util-linux) that would hand it to another user is missing: start Afterword as an ordinary user.',
    );
  }
  const user = findOrCreateUser();
  const prefix = [[], ...PASSAGES]
    .map((passage) => setpriv(user, passage))
    .find((candidate) => reaches(candidate, paths));
  if (prefix !== undefined) return { user, prefix };
  throw new StartError(
    `PostgreSQL does not run as root, and the user ${user.name} cannot reach ${paths.join(' and ')}: start Afterword as an ordinary user, or from a folder that every user may enter.`,
  );
}

/** PostgreSQL and Temporal shall not outlive a supervisor that is killed. */
export function endsWithParent(signal = 'INT'): readonly string[] {
  return hasSetpriv() ? ['setpriv', '--pdeathsig', signal, '--'] : [];
}

function setpriv(user: SystemUser, passage: readonly string[]): readonly string[] {
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  return ['setpriv', ...ids, ...passage, '--pdeathsig', 'INT', '--'];
}

function reaches(prefix: readonly string[], paths: readonly string[]): boolean {
  const [file = '', ...args] = prefix;
  return paths.every((each) => spawnSync(file, [...args, 'test', '-r', each]).status === 0);
}

function hasSetpriv(): boolean {
  const probe = ['--pdeathsig', 'INT', '--', 'true'];
  return process.platform === 'linux' && spawnSync('setpriv', probe).status === 0;
}
