import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PausableQueue } from '#contracts/model';
import { TemporalQueues } from './temporal-queues.ts';

/** How long an answer is cached, because every pending task needs it. */
const FRESH_MS = 1_000;
/** Maximum delay that this check adds to a response. */
const TIMEOUT_MS = 150;

interface Answer {
  readonly askedAtMs: number;
  readonly paused: Promise<boolean | null>;
}

/** Caches whether queues are paused. */
@Injectable()
export class QueuePauses {
  private readonly answers = new Map<PausableQueue, Answer>();

  constructor(private readonly queues: TemporalQueues) {}

  /**
   * Whether a queue was paused within the last second; `null` when Temporal does not answer at
   * once.
   */
  isPaused(queue: PausableQueue): Promise<boolean | null> {
    const cached = this.answers.get(queue);
    const isFresh = cached !== undefined && Date.now() - cached.askedAtMs < FRESH_MS;
    return withinTimeout(isFresh ? cached.paused : this.ask(queue));
  }

  private ask(queue: PausableQueue): Promise<boolean | null> {
    const paused = this.queues.describe(queue).then(
      ({ pause }) => pause !== null,
      () => null,
    );
    this.answers.set(queue, { askedAtMs: Date.now(), paused });
    return paused;
  }
}

function withinTimeout(paused: Promise<boolean | null>): Promise<boolean | null> {
  return Promise.race([paused, sleep(TIMEOUT_MS, null, { ref: false })]);
}
