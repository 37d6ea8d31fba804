import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
const PREFIX = 'afterword-tests-';
/** A whole run holds up to 1.5 GB at once. */
const NEEDED_BYTES = 4 * 1024 ** 3;

/**
 * An empty folder in memory for the temporary files of a test run, removed when this process exits.
 * PostgreSQL and `npm start` make hundreds of files for each database and installation, which costs
 * most of the time of a spec on a disk that needs a millisecond for each.
 * @returns {string | null} `null` on a machine without one, without room or memory for it, or on which
 *   no program can be started from it
 */
export function memoryFolder() {
  try {
    removeAbandoned();
    if (!hasRoom()) return null;
    const folder = path.join(MEMORY, `${PREFIX}${process.pid}`);
    mkdirSync(folder, { mode: 0o700 });
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return canStartPrograms(folder) ? folder : null;
  } catch {
    return null;
  }
}

function hasRoom() {
  const { bavail, bsize } = statfsSync(MEMORY);
  return Math.min(bavail * bsize, os.freemem()) >= NEEDED_BYTES;
}

/** Specs put programs into temporary folders, which some systems forbid to start from here. */
function canStartPrograms(/** @type {string} */ folder) {
  const program = path.join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o700 });
  return spawnSync(program).status === 0;
}

/** Removes the folders of runs that were killed. */
function removeAbandoned() {
  for (const name of readdirSync(MEMORY)) {
    if (!name.startsWith(PREFIX) || isRunning(Number(name.slice(PREFIX.length)))) continue;
    rmSync(path.join(MEMORY, name), { recursive: true, force: true });
  }
}

function isRunning(/** @type {number} */ pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs for another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
