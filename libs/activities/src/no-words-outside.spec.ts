import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../test/support/eventually.ts';
import type { ClipRun } from '#contracts/workflows';
import { spoken } from './scripted-engine.fixture.ts';
import { TestWorker } from './worker.fixture.ts';

/** What is said in the clips of this test; it may be in the database and nowhere else. */
const SECRET = 'xylophone';

describe('what people said', () => {
  let worker: TestWorker;
  let run: ClipRun;
  /** Everything that Temporal, its Web UI or a log would show. */
  let outside: unknown[];
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(async () => {
    worker.reset();
    outside = [];
    worker.engine.hears = ({ startMs }) => [spoken(`my ${SECRET} is at home`, startMs)];
    run = await worker.plannedRun();
  });
  afterAll(() => worker.close());

  const statement = (text: string) => worker.database.pool.query(text);

  /** Runs an activity and writes down all that leaves it, failures included. */
  async function watch(work: (all: TestWorker['activities']) => Promise<unknown>): Promise<void> {
    const environment = worker.environment();
    environment.on('heartbeat', (details: unknown) => outside.push(details));
    const outcome: unknown = await environment
      .run(() => work(worker.activities))
      .catch((error: unknown) => error);
    outside.push(outcome, ...everythingOf(outcome));
  }

  const transcribe = () => watch((all) => all.transcribeChunk({ ...run, index: 0 }));

  const shown = () => JSON.stringify([outside, worker.log]);

  it('is in no heartbeat, no result and no line of the log', async () => {
    const rest = Promise.withResolvers<undefined>();
    worker.engine.restOfDecoding = rest.promise;
    const decoding = transcribe();
    await eventually(() =>
      expect(outside).toContainEqual(expect.objectContaining({ lastSegmentEndMs: 490 })),
    );
    rest.resolve(undefined);
    await decoding;
    await watch((all) => all.transcribeChunk({ ...run, index: 1 }));
    await watch((all) => all.stitchTranscript(run));
    const { turns } = await worker.transcriptOf(run);
    expect(turns[0]?.segments[0]?.raw).toContain(SECRET);
    expect(shown()).not.toContain(SECRET);
  });

  it('is in no event', async () => {
    await transcribe();
    await watch((all) => all.transcribeChunk({ ...run, index: 1 }));
    await watch((all) => all.stitchTranscript(run));
    const { rows } = await statement('SELECT data::text AS data FROM events');
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  });

  it('is not told by a database that refuses to store it', async () => {
    await statement('ALTER TABLE chunk_results ADD CONSTRAINT refuse CHECK (false) NOT VALID');
    await transcribe();
    await statement('ALTER TABLE chunk_results DROP CONSTRAINT refuse');
    expect(worker.log.join('')).toContain('chunk_results');
    expect(outside[0]).toMatchObject({ type: 'internal' });
    expect(shown()).not.toContain(SECRET);
  });

  it('is not told by a partial text that could not be stored', async () => {
    const rest = Promise.withResolvers<undefined>();
    worker.engine.restOfDecoding = rest.promise;
    const refuse = 'ADD CONSTRAINT refuse CHECK (partial IS NULL) NOT VALID';
    await statement(`ALTER TABLE task_chunks ${refuse}`);
    const decoding = transcribe();
    await eventually(() => expect(worker.log.join('')).toContain('partial text'));
    rest.resolve(undefined);
    await decoding;
    await statement('ALTER TABLE task_chunks DROP CONSTRAINT refuse');
    expect(shown()).not.toContain(SECRET);
  });
});

/** What JSON leaves out of an error: its message, its stack and its causes. */
function everythingOf(outcome: unknown): readonly unknown[] {
  if (!(outcome instanceof Error)) return [];
  return [outcome.message, outcome.stack, ...everythingOf(outcome.cause)];
}
