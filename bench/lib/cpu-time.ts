import { readFileSync } from 'node:fs';

/** Clock ticks of Linux in a second, as `getconf CLK_TCK` says on all common platforms. */
const TICKS_PER_SECOND = 100;

/** CPU time that a process has used so far, in milliseconds. It says more than time on a busy machine. */
export function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program, in parentheses, may contain spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
  return ((user + system) * 1_000) / TICKS_PER_SECOND;
}
