import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TaskRecord } from '#store';
import { TaskRunReader } from './task-run.reader.ts';

/** How long an answer counts: asking is costly, and a task can change many times a second. */
const FRESH_MS = 2_500;
/** Longest time that a change of a task waits for the answer. */
const PATIENCE_MS = 150;
const MOST_REMEMBERED = 1_000;

interface Answer {
  readonly attempt: number;
  readonly askedAtMs: number;
  live: boolean;
}

/** Knows whether a worker answers for a task, without asking each time. */
@Injectable()
export class WorkerLiveness {
  private readonly answers = new Map<string, Answer>();

  constructor(private readonly runs: TaskRunReader) {}

  /** Whether a worker answered for the present run of a task lately. */
  async answersFor(task: TaskRecord): Promise<boolean> {
    const known = this.answers.get(task.id);
    const isFresh = known?.attempt === task.attempt && Date.now() - known.askedAtMs < FRESH_MS;
    if (isFresh) return known.live;
    const answer = this.remember(task, known?.live ?? false);
    const asked = this.runs.read(task).then(({ status }) => {
      answer.live = status !== null;
    });
    await Promise.race([asked, sleep(PATIENCE_MS)]);
    return answer.live;
  }

  private remember({ id, attempt }: TaskRecord, live: boolean): Answer {
    const answer = { attempt, askedAtMs: Date.now(), live };
    this.answers.delete(id);
    this.answers.set(id, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > MOST_REMEMBERED && oldest) this.answers.delete(oldest);
    return answer;
  }
}
