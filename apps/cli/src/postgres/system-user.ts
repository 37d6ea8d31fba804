import { spawnSync } from 'node:child_process';
import { StartError } from '../supervisor/start-error.ts';

/** A user of this machine. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const CREATED = 'afterword';
const CREATE_COMMANDS = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', CREATED],
  ['adduser', '-S', '-D', '-H', '-s', '/bin/false', CREATED],
];

/**
 * The user that root runs PostgreSQL as: the distribution's `postgres`, or one created for this.
 * @throws StartError when there is none and none can be created
 */
export function findOrCreateUser(): SystemUser {
  const user = findUser('postgres') ?? findUser(CREATED) ?? createUser();
  if (user !== null) return user;
  throw new StartError(
    'PostgreSQL does not run as root, and no user could be created for it: start Afterword as an ordinary user.',
  );
}

function createUser(): SystemUser | null {
  for (const [file = '', ...args] of CREATE_COMMANDS) {
    if (spawnSync(file, args).status === 0) return findUser(CREATED);
  }
  return null;
}

function findUser(name: string): SystemUser | null {
  const uid = id('-u', name);
  const gid = id('-g', name);
  return uid === null || gid === null ? null : { name, uid, gid };
}

function id(option: string, name: string): number | null {
  const answer = spawnSync('id', [option, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.trim()) : null;
}
