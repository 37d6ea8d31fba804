import { readdirSync, readFileSync } from 'node:fs';
import { identityOf, isAlive } from '../../apps/cli/src/supervisor/process-identity.ts';

/** A process with its identity at the time of recording. */
export interface SeenProcess {
  readonly pid: number;
  readonly identity: string;
}

/** A process and all its descendants. */
export function treeOf(root: number): readonly SeenProcess[] {
  const parents = parentsByPid();
  const pids = [root];
  for (const pid of pids) {
    for (const [child, parent] of parents) if (parent === pid) pids.push(child);
  }
  return pids.flatMap((pid) => {
    const identity = identityOf(pid);
    return identity === null ? [] : [{ pid, identity }];
  });
}

/** The processes that still run. */
export function stillAlive(seen: readonly SeenProcess[]): readonly number[] {
  return seen.filter(({ pid, identity }) => isAlive(pid, identity)).map(({ pid }) => pid);
}

function parentsByPid(): ReadonlyMap<number, number> {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return new Map(pids.map((pid) => [pid, parentOf(pid)]));
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}
