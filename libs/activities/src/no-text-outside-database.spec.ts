import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../test/support/eventually.ts';
import type { ClipRun } from '#contracts/workflows';
import { spoken } from './scripted-engine.fixture.ts';
import { TestWorker } from './worker.fixture.ts';

/** A word in the clips of this test; it may be in the database and nowhere else. */
const SECRET = 'xylophone';

describe('the text of a conversation', () => {
  let worker: TestWorker;
  let run: ClipRun;
  /** Everything that Temporal or its Web UI would show. */
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

  /** Runs an activity and records everything that leaves it, including failures. */
  async function watch(work: (all: TestWorker['activities']) => Promise<unknown>): Promise<void> {
    const environment = worker.environment();
    environment.on('heartbeat', (details: unknown) => outside.push(details));
    const outcome: unknown = await environment
      .run(() => work(worker.activities))
      .catch((error: unknown) => error);
    outside.push(outcome, ...errorTexts(outcome));
  }

  const transcribe = () => watch((all) => all.transcribeChunk({ ...run, index: 0 }));

  const shown = () => JSON.stringify([outside, worker.log]);

  it('is in no heartbeat, result or log line', async () => {
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

  it('is not in the error of a database that rejects it', async () => {
    await statement('ALTER TABLE chunk_results ADD CONSTRAINT refuse CHECK (false) NOT VALID');
    await transcribe();
    await statement('ALTER TABLE chunk_results DROP CONSTRAINT refuse');
    expect(worker.log.join('')).toContain('chunk_results');
    expect(outside[0]).toMatchObject({ type: 'internal' });
    expect(shown()).not.toContain(SECRET);
  });

  it('is not in the warning about a partial text that could not be stored', async () => {
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

/** The parts of an error that JSON leaves out: its message, its stack and its causes. */
function errorTexts(outcome: unknown): readonly unknown[] {
  if (!(outcome instanceof Error)) return [];
  return [outcome.message, outcome.stack, ...errorTexts(outcome.cause)];
}
