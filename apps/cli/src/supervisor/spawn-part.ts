import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { PartCommand } from './part.ts';

/**
 * Starts a program in a process group of its own, so that Ctrl-C in the terminal reaches the
 * supervisor only, which stops the parts in order. What it says goes straight to its log file and
 * does not depend on the supervisor being there.
 */
export function spawnPart(command: PartCommand, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  try {
    return spawn(command.file, command.args, {
      detached: true,
      env: { ...command.env },
      stdio: command.channel ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}
