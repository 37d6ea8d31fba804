import type { Task } from '#contracts/api';
import { TASK_LABELS } from '#contracts/tasks';

const WIDTH = 30;

/** How far a task is, as a bar and the description of its step. */
export function progressLine({ type, state, progress: { stage, percent } }: Task): string {
  const filled = Math.round((percent * WIDTH) / 100);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
  const steps: Readonly<Record<string, string>> = TASK_LABELS[type].steps;
  const step = stage === null ? 'Waiting' : (steps[stage] ?? stage);
  return `${bar} ${String(percent).padStart(3)} %  ${state === 'completed' ? 'Done' : step}`;
}

/** Shows lines that replace each other on a terminal; elsewhere each different one once. */
export class ProgressOutput {
  private last = '';

  constructor(private readonly stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>) {}

  show(line: string): void {
    if (line === this.last) return;
    this.stream.write(this.stream.isTTY ? `\r\u001B[2K${line}` : `${line}\n`);
    this.last = line;
  }

  /** Ends the last line. */
  end(): void {
    if (this.stream.isTTY && this.last !== '') this.stream.write('\n');
  }
}
