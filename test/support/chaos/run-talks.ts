import { expect } from '@jest/globals';
import { ApiClient } from '../api-client.ts';
import { eventually } from '../eventually.ts';
import { persistentRequest, repeatablePost } from '../persistent-request.ts';
import { query } from '../query.ts';
import type { Stack } from '../stack.ts';
import type { Kill } from './chaos-plan.ts';
import { Killer, type Killed } from './killer.ts';
import { outcomeOf } from './outcome.ts';
import type { TalkStep } from './talk-script.ts';
import { Talks } from './talks.ts';

const SETTLED_MS = 600_000;

/** The result of a run. */
export interface TalkRun {
  readonly ids: readonly string[];
  readonly killed: readonly Killed[];
  readonly outcomes: readonly Awaited<ReturnType<typeof outcomeOf>>[];
}

/**
 * Plays a script and waits until all resulting work is done.
 * @param kills one after each slice; none for an undisturbed run
 */
export async function runTalks(
  stack: Stack,
  talks: number,
  script: readonly (readonly TalkStep[])[],
  kills: readonly Kill[],
): Promise<TalkRun> {
  const running = await Talks.begin(stack.baseUrl, talks);
  const killer = new Killer(stack);
  for (const [at, slice] of script.entries()) {
    running.enqueue(slice);
    const kill = kills[at];
    if (kill) {
      await requestBackup(stack, at);
      await killer.strike(kill);
    }
  }
  await running.accepted();
  await allWorkDone(stack);
  running.enqueue(secondUpload(script));
  await running.accepted();
  await allWorkDone(stack);
  const api = new ApiClient(stack.baseUrl);
  const outcomes = [];
  for (const id of running.ids) outcomes.push(await outcomeOf(api, id));
  return { ids: running.ids, killed: killer.killed, outcomes };
}

/** Each kill may hit a backup; one that is requested while another runs joins that one. */
async function requestBackup({ baseUrl }: Stack, at: number): Promise<void> {
  const key = `backup ${at}`;
  await persistentRequest(`${baseUrl}/backups`, () => repeatablePost({ force: true }, key));
}

/** The bytes of a stored recording, uploaded to another conversation: they must be stored once. */
function secondUpload(script: readonly (readonly TalkStep[])[]): readonly TalkStep[] {
  const clip = script.flat().find(({ content }) => typeof content === 'string');
  return clip ? [{ ...clip, talk: 0, key: 'second' }] : [];
}

/** Waits until no task is open, the outbox is empty, and every text is summarised. */
async function allWorkDone(stack: Stack): Promise<void> {
  await eventually(async () => {
    const [left] = await query(stack.databaseUrl, LEFT);
    expect(left).toEqual({
      open: 0,
      messages: 0,
      work_signals: 0,
      waiting: 0,
      unscored: 0,
      behind: 0,
    });
    await persistentRequest(`${stack.baseUrl}/health/ready`, () => ({}));
  }, SETTLED_MS);
}

const LEFT = `
  SELECT (SELECT count(*)::int FROM tasks WHERE ended_at IS NULL) AS open,
         (SELECT count(*)::int FROM outbox) AS messages,
         (SELECT count(*)::int FROM work_signals) AS work_signals,
         (SELECT count(*)::int FROM segments WHERE correction_task_id IS NULL) AS waiting,
         (SELECT count(*)::int FROM memories WHERE significance_task_id IS NULL) AS unscored,
         (SELECT count(*)::int FROM conversations WHERE revision > summary_seen_revision) AS behind`;
