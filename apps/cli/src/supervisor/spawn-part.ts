import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { PartCommand } from './part.ts';

/**
 * Starts a program in its own process group, so that Ctrl-C in the terminal reaches only the
 * supervisor, which stops the parts in order. The program writes directly to its log file, so its
 * output does not depend on the supervisor.
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
