import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TaskRecord } from '#store';
import { TaskRunReader } from './task-run.reader.ts';

/** How long an answer is cached: queries are costly, and a task can change many times a second. */
const FRESH_MS = 2_500;
/** Maximum delay that waiting for the answer adds to a change of a task. */
const TIMEOUT_MS = 150;
const MAX_CACHED = 1_000;

interface Answer {
  readonly attempt: number;
  readonly askedAtMs: number;
  live: boolean;
}

/** Caches whether a worker answers for a task. */
@Injectable()
export class WorkerLiveness {
  private readonly answers = new Map<string, Answer>();

  constructor(private readonly runs: TaskRunReader) {}

  /** Whether a worker recently answered for the current run of a task. */
  async answersFor(task: TaskRecord): Promise<boolean> {
    const cached = this.answers.get(task.id);
    const isFresh = cached?.attempt === task.attempt && Date.now() - cached.askedAtMs < FRESH_MS;
    if (isFresh) return cached.live;
    const answer = this.remember(task, cached?.live ?? false);
    const answered = this.runs.isAnswered(task).then((live) => {
      answer.live = live;
    });
    await Promise.race([answered, sleep(TIMEOUT_MS)]);
    return answer.live;
  }

  private remember({ id, attempt }: TaskRecord, live: boolean): Answer {
    const answer = { attempt, askedAtMs: Date.now(), live };
    this.answers.delete(id);
    this.answers.set(id, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > MAX_CACHED && oldest) this.answers.delete(oldest);
    return answer;
  }
}
