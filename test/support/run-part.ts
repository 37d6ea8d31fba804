import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Part } from '../../apps/cli/src/supervisor/part.ts';
import { eventually } from './eventually.ts';

/** A program that was started for a test. */
export interface RunningPart {
  stop(): Promise<void>;
}

/**
 * Starts a single part of the product and waits until it is ready.
 * @param moreArgs additional arguments for its program
 * @throws as soon as the program exits
 */
export async function runPart(part: Part, moreArgs: readonly string[] = []): Promise<RunningPart> {
  await part.prepare();
  const { file, args, env } = part.command();
  const child = spawn(file, [...args, ...moreArgs], { env, stdio: ['ignore', 'ignore', 'ignore'] });
  const ended = once(child, 'exit');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async (): Promise<void> => {
    child.kill(part.stopSignal);
    await ended;
  };
  try {
    await eventually(async () => {
      if (hasEnded()) return;
      if (!(await part.isReady())) throw new Error(`${part.title} is not ready yet`);
    }, part.readyTimeoutMs);
    if (hasEnded()) throw new Error(`${part.title} ended with ${child.exitCode}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
