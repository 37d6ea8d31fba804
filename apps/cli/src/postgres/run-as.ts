import { spawnSync } from 'node:child_process';
import { StartError } from '../supervisor/start-error.ts';
import { findOrCreateUser, type SystemUser } from './system-user.ts';

/** The user that PostgreSQL runs as, and the command prefix that switches to it. */
export interface RunAs {
  readonly user: SystemUser | null;
  readonly prefix: readonly string[];
}

/**
 * Capabilities that let another user traverse folders without permission, such as `/root`. The
 * narrower one comes first; containers often hold only the wider one. `access()` ignores them unless
 * the secure bit is set.
 */
const PASSAGES = ['dac_read_search', 'dac_override'].map((capability) => [
  '--securebits=+no_setuid_fixup',
  `--inh-caps=+${capability}`,
  `--ambient-caps=+${capability}`,
  `--bounding-set=-all,+${capability}`,
]);

/**
 * PostgreSQL refuses to run as root, so root runs it as another user.
 * @param paths programs and folders that the user must be able to read
 * @throws StartError when there is no such user, or it cannot read the paths
 */
export function resolveRunAs(paths: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return { user: null, prefix: endsWithParent() };
  if (!hasSetpriv()) {
    throw new StartError(
      'PostgreSQL does not run as root, and the command `setpriv` (package util-linux), which is needed to run it as another user, is missing: start Afterword as an ordinary user.',
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

/** Makes PostgreSQL or Temporal exit when the supervisor is killed. */
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
