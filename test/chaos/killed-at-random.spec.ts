import { readdir, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { ProjectionCheck } from '#backups';
import type { BackupPage } from '#contracts/api';
import { openDatabase, ProjectionsRepository } from '#store';
import { ApiClient } from '../support/api-client.ts';
import { chaosPlan, VICTIMS } from '../support/chaos/chaos-plan.ts';
import { flawedModel } from '../support/chaos/flawed-model.ts';
import { speechProcesses } from '../support/chaos/killer.ts';
import { runTalks, type TalkRun } from '../support/chaos/run-talks.ts';
import { writeTalkScript } from '../support/chaos/talk-script.ts';
import { eventually } from '../support/eventually.ts';
import { LanguageStub } from '../support/language-stub.ts';
import { query } from '../support/query.ts';
import { pidOf, startStack, type Stack } from '../support/stack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const plan = chaosPlan();
/** Longer than all timeouts within the run together. */
const TIMEOUT_MS = 45 * 60_000;
/** Workflows that must end; maintenance workflows may run at any time. */
const WORKFLOWS = ['conversation', 'transcription', 'correction', 'summary', 'significance'];

/** Back-off of a part that was killed often, with a margin; results cannot be stored meanwhile. */
const RESTART_MS = 45_000;
const LONG_AGO = new Date('2020-01-01');

/** A stack and the model that only it calls. */
interface ChaosStack {
  readonly stack: Stack;
  readonly stub: LanguageStub;
}

let folder: string;
/** The stack that is killed, and its model. */
let stub: LanguageStub;
let stack: Stack;
let undisturbed: TalkRun;
let disturbed: TalkRun;

async function startChaosStack(): Promise<ChaosStack> {
  const model = await LanguageStub.start();
  model.replacements = { lawnch: 'launch' };
  model.answering(flawedModel(plan.seed));
  const started = await startStack({
    AFTERWORD_LANGUAGE_ENGINE: 'openai-compatible',
    AFTERWORD_LANGUAGE_BASE_URL: model.url,
    AFTERWORD_LANGUAGE_MODEL: 'stub',
    AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS: '10000',
    AFTERWORD_SPEECH_CHUNK_SECONDS: '10',
    AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS: '3000',
    AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '300',
    AFTERWORD_CONVERSATION_IDLE_MILLISECONDS: '1000',
    AFTERWORD_SHUTDOWN_GRACE_MILLISECONDS: '1000',
  });
  return { stack: started, stub: model };
}

const stopAll = async (each: ChaosStack): Promise<void> => {
  await each.stack.stop();
  await each.stub.stop();
};

const rows = <Row extends Record<string, unknown>>(sql: string) =>
  query<Row>(stack.databaseUrl, sql);

describe(`killed at random, AFTERWORD_CHAOS_SEED=${plan.seed}`, () => {
  beforeAll(async () => {
    process.stdout.write(`chaos: ${plan.kills} kills, AFTERWORD_CHAOS_SEED=${plan.seed}\n`);
    folder = await temporaryFolder('chaos');
    const script = await writeTalkScript(plan, folder);
    ({ stack, stub } = await startChaosStack());
    const other = await startChaosStack();
    const startedAt = Date.now();
    const report = (what: string) =>
      process.stdout.write(`chaos: ${what}, ${Math.round((Date.now() - startedAt) / 1_000)} s\n`);
    // At the same time: each waits for models and timeouts more than it computes.
    const quiet = async () => {
      try {
        return await runTalks(other.stack, plan.conversations, script, []);
      } finally {
        report('undisturbed run done');
        await stopAll(other);
      }
    };
    [undisturbed, disturbed] = await Promise.all([
      quiet(),
      runTalks(stack, plan.conversations, script, plan.order),
    ]);
    report('disturbed run done');
  }, TIMEOUT_MS);

  afterAll(async () => {
    await stopAll({ stack, stub });
    await rm(folder, { recursive: true });
  });

  it('was killed as often as planned, each victim at least once', () => {
    expect(disturbed.killed).toHaveLength(plan.kills);
    expect(new Set(disturbed.killed.map(({ victim }) => victim))).toEqual(new Set(VICTIMS));
    expect(disturbed.killed.filter(({ running }) => running > 0).length).toBeGreaterThan(2);
  });

  it('has the same outcome as the undisturbed run', () => {
    expect(disturbed.outcomes).toEqual(undisturbed.outcomes);
  });

  it('never runs two summaries of a conversation concurrently', async () => {
    const overlapping = await rows(`
      SELECT later.id FROM tasks AS later JOIN tasks AS earlier USING (conversation_id)
      WHERE later.type = 'summary' AND earlier.type = 'summary' AND earlier.id < later.id
        AND later.created_at < earlier.ended_at`);
    expect(overlapping).toEqual([]);
  });

  it('completes every task exactly once', async () => {
    const ends = await rows(`
      SELECT tasks.id, state, attempt, error->>'code' AS code,
             (SELECT count(*)::int FROM events WHERE task_id = tasks.id AND type = 'task_created') AS created,
             (SELECT count(*)::int FROM events WHERE task_id = tasks.id AND type = 'task_completed') AS completed
      FROM tasks`);
    expect(ends.length).toBeGreaterThan(plan.conversations * 3);
    for (const end of ends) {
      expect(end).toMatchObject({
        state: 'completed',
        attempt: 1,
        code: null,
        created: 1,
        completed: 1,
      });
    }
  });

  it('scores every memory exactly once', async () => {
    const scores = await rows(`
      SELECT (SELECT count(*)::int FROM memories) AS memories, count(*)::int AS scores,
             count(DISTINCT data->>'memoryId')::int AS scored
      FROM events WHERE type = 'memory_significance_set'`);
    const memories = scores[0]?.['memories'];
    expect(scores).toEqual([{ memories, scores: memories, scored: memories }]);
  });

  it('repeats no finished engine work', async () => {
    const decoded = await rows(`SELECT key FROM chunk_results WHERE times_decoded > 1`);
    const made = await rows(`SELECT key FROM engine_answers WHERE times_made > 1`);
    expect({ decoded, made }).toEqual({ decoded: [], made: [] });
  });

  it('repeats a model call only if a kill prevented its answer from being stored', () => {
    const answers = Map.groupBy(
      stub.answered,
      ({ request }) => request.instructions + request.prompt,
    );
    const again = stub.answered.length - answers.size;
    process.stdout.write(`chaos: ${stub.answered.length} answers, ${again} of them repeated\n`);
    // An answer is stored within milliseconds, so a kill rarely affects more than one.
    expect(again).toBeLessThanOrEqual(plan.kills);
    const unexplained = [...answers.values()].flatMap(([first, ...others]) =>
      others.flatMap(({ at }) => {
        const since = (first?.at ?? 0) - RESTART_MS;
        const kills = disturbed.killed.filter((kill) => kill.at >= since && kill.at <= at);
        return kills.length > 0 ? [] : { firstAt: first?.at, at, kind: first?.request.task.kind };
      }),
    );
    expect({ unexplained, killed: unexplained.length > 0 ? disturbed.killed : [] }).toEqual({
      unexplained: [],
      killed: [],
    });
  });

  it('leaves only backups that were verified by restoring, and no scratch database', async () => {
    const api = new ApiClient(stack.baseUrl);
    const { items } = await api.json<BackupPage>('/backups');
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter(({ state }) => state !== 'verified')).toEqual([]);
    const tasks = await api.tasks('?type=backup');
    expect(tasks.items.length).toBeGreaterThan(0);
    expect(tasks.items.flatMap(({ warnings }) => warnings)).toEqual([]);
    const folders = await readdir(path.join(stack.dataFolder, 'backups', 'backups'));
    expect(folders.sort()).toEqual(items.map(({ id }) => id).sort());
    const databases = await rows(`SELECT datname FROM pg_database WHERE datname LIKE '%scratch%'`);
    expect(databases).toEqual([]);
  });

  it('has data that is what the change log says', async () => {
    const { db, close } = openDatabase(stack.databaseUrl, 1, () => undefined);
    const found: unknown[] = [];
    const check = new ProjectionCheck(new ProjectionsRepository(db));
    await check.run({ fromBeginning: true, onDifference: (each) => found.push(each) });
    await close();
    expect(found).toEqual([]);
  });

  it('leaves no workflow and no process behind', async () => {
    await eventually(async () => {
      expect(await runningWorkflows()).toEqual([]);
      expect(stack.process.orphans()).toEqual([]);
    });
    const family = stack.process.family().map(({ pid }) => pid);
    expect(speechProcesses(family).length).toBeLessThanOrEqual(1);
  });

  it('keeps every recording once, and no other file', async () => {
    const blobs = path.join(stack.dataFolder, 'blobs');
    const kept = await filesBelow(path.join(blobs, 'sha256'));
    const clips = await rows<{ sha256: string }>(`SELECT DISTINCT sha256 FROM clips`);
    expect(kept.map((file) => path.basename(file)).sort()).toEqual(
      clips.map(({ sha256 }) => sha256).sort(),
    );
    // A killed gateway leaves its unfinished uploads; a gateway that starts a day later removes them.
    const incoming = path.join(blobs, 'incoming');
    for (const file of await filesBelow(incoming)) await utimes(file, LONG_AGO, LONG_AGO);
    process.kill(pidOf('gateway', stack), 'SIGTERM');
    await eventually(async () => expect(await filesBelow(incoming)).toEqual([]), TIMEOUT_MS);
  });
});

async function runningWorkflows(): Promise<readonly string[]> {
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const types = WORKFLOWS.map((type) => `'${type}'`).join(', ');
  const running: string[] = [];
  const request = { query: `ExecutionStatus = 'Running' AND WorkflowType IN (${types})` };
  for await (const run of new Client({ connection }).workflow.list(request)) {
    running.push(run.workflowId);
  }
  await connection.close();
  return running;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
}
