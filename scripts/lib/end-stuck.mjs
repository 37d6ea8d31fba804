import { existsSync, readdirSync, readFileSync } from 'node:fs';

const POLL_MS = 1_000;

/**
 * Ends a program, and all that it has started, when it goes on for too long after it has finished its work.
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => boolean} hasFinished whether its work is done
 * @param {number} graceMs how long it may take to end after that
 * @param {() => void} onStuck called before it is ended
 */
export function endStuck(child, hasFinished, graceMs, onStuck) {
  /** @type {number | null} */
  let finishedAt = null;
  const timer = setInterval(() => {
    if (!hasFinished()) return;
    finishedAt ??= Date.now();
    if (Date.now() - finishedAt < graceMs) return;
    clearInterval(timer);
    onStuck();
    for (const pid of familyOf(child.pid ?? 0)) kill(pid);
  }, POLL_MS);
  child.once('exit', () => clearInterval(timer));
}

/** A process and its descendants, as far as the system tells them. @param {number} pid @returns {number[]} */
function familyOf(pid) {
  const parents = parentsByPid();
  const family = [pid];
  for (const each of family) {
    for (const [child, parent] of parents) if (parent === each) family.push(child);
  }
  return family;
}

/** @returns {[child: number, parent: number][]} nothing on systems without `/proc` */
function parentsByPid() {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)]);
}

function parentOf(/** @type {string} */ pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function kill(/** @type {number} */ pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended in the meantime.
  }
}
