import type { Queue } from '#contracts/api';

export const QUEUE_EXAMPLE: Queue = {
  name: 'speech',
  pausable: true,
  paused: true,
  pausedAt: '2026-11-22T09:30:00.000Z',
  reason: 'The graphics card is being replaced.',
  waitingTasks: 2,
  waiting: 12,
  oldestWaitMs: 41_000,
  workers: [{ identity: '4711@studio', lastSeenAt: '2026-11-22T09:30:30.000Z' }],
};
