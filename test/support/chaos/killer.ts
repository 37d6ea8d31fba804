import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf } from '../../../apps/cli/src/supervisor/process-identity.ts';
import { eventually } from '../eventually.ts';
import { treeOf } from '../process-tree.ts';
import { query } from '../query.ts';
import { pidOf, type Stack } from '../stack.ts';
import type { Kill, Victim } from './chaos-plan.ts';

/** Longest time until a part that was killed often is restarted, because of its back-off. */
const RESTART_MS = 60_000;
/** Longest wait for progress: while all work waits for a killed part, there is none. */
const PROGRESS_MS = 8_000;
/** Number of new events between two kills, so that each kill interrupts different work. */
const PROGRESS_EVENTS = 8;

/** A kill that has happened. */
export interface Killed {
  readonly victim: Victim;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Running tasks, if the database could be queried. */
  readonly running: number;
}

/** Progress of a stack. */
interface Progress {
  readonly running: number;
  readonly events: number;
}

const NOTHING: Progress = { running: 0, events: 0 };

/** Kills parts of a stack, one at a time. */
export class Killer {
  readonly killed: Killed[] = [];
  private eventsBefore = 0;

  constructor(private readonly stack: Stack) {}

  /** Waits for the moment of a kill, then kills the victim as soon as it runs. */
  async strike({ victim, moment, delayMs }: Kill): Promise<void> {
    const type = victim === 'speech' ? 'transcription' : '%';
    const waits = moment === 'working' || victim === 'speech';
    const { running, events } = await (
      waits ? eventually(() => this.whenAdvanced(type), PROGRESS_MS) : this.progress(type)
    ).catch(() => NOTHING);
    this.eventsBefore = Math.max(this.eventsBefore, events);
    await sleep(delayMs);
    this.stack.process.recordProcesses();
    await eventually(() => process.kill(this.pidOf(victim), 'SIGKILL'), RESTART_MS);
    this.killed.push({ victim, at: Date.now(), running });
  }

  /** @throws unless work is running and there are new events since the last kill */
  private async whenAdvanced(type: string): Promise<Progress> {
    const now = await this.progress(type);
    if (now.running === 0) throw new Error('no task is running');
    if (now.events < this.eventsBefore + PROGRESS_EVENTS)
      throw new Error('there are no new events');
    return now;
  }

  private async progress(type: string): Promise<Progress> {
    const sql = `
      SELECT (SELECT count(*)::int FROM tasks WHERE state = 'running' AND type LIKE $1) AS running,
             (SELECT count(*)::int FROM events) AS events`;
    const [progress] = await query<Progress & Record<string, unknown>>(
      this.stack.databaseUrl,
      sql,
      [type],
    );
    return progress ?? NOTHING;
  }

  private pidOf(victim: Victim): number {
    if (victim !== 'speech') return pidOf(victim, this.stack);
    const [speech] = speechProcesses(treeOf(pidOf('worker', this.stack)).map(({ pid }) => pid));
    if (speech === undefined) throw new Error('the speech process does not run');
    return speech;
  }
}

/** The speech processes among the given processes. */
export function speechProcesses(pids: readonly number[]): readonly number[] {
  return pids.filter((pid) => commandLineOf(pid).includes('afterword_speech'));
}
