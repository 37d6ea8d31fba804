import { performance } from 'node:perf_hooks';
import { AppError } from '#platform';
import { BROKEN, SCRIPTED } from './testing/programs.ts';
import type { Script } from './testing/scripted.program.ts';
import { ThreadPool, type ThreadPoolOptions } from './thread-pool.ts';

/** The specs of a whole project share two cores, and a thread has to load. */
const SOON_MS = 20_000;

describe('ThreadPool', () => {
  const pools: ThreadPool[] = [];
  afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

  function poolOf(options: Partial<ThreadPoolOptions> = {}): ThreadPool {
    const limits = { threads: 1, timeoutMs: SOON_MS, memoryMebibytes: 64 };
    const pool = new ThreadPool({ program: SCRIPTED, ...limits, ...options });
    pools.push(pool);
    return pool;
  }

  const run = (pool: ThreadPool, script: Script, owner = '', signal?: AbortSignal) =>
    pool.run<unknown>(script, { owner, signal: signal ?? new AbortController().signal });
  const answer = (value: unknown): Script => ({ does: 'answer', value });
  const work = (forMs: number): Script => ({ does: 'work', forMs });
  const codeOf = (error: unknown) => (error instanceof AppError ? error.code : error);

  it('answers with what the program says, and does not hold the loop meanwhile', async () => {
    const pool = poolOf();
    await run(pool, answer(null));
    const turns: number[] = [];
    const timer = setInterval(() => turns.push(performance.now()), 5);
    const value = { text: 'Größe', none: undefined, list: [1, null] };
    const [, answered] = await Promise.all([run(pool, work(400)), run(pool, answer(value))]);
    clearInterval(timer);
    expect(answered).toEqual(value);
    expect(turns.length).toBeGreaterThan(10);
  });

  it('uses its threads again, and no more than it may have', async () => {
    const pool = poolOf({ threads: 2 });
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_, n) => run(pool, work(20), `owner-${n}`)),
    );
    expect(new Set(ids).size).toBeLessThanOrEqual(2);
  });

  it.each<Script>([{ does: 'backtrack' }, work(60_000)])(
    'stops a call at its time limit, and works on: %j',
    async (script) => {
      const pool = poolOf({ timeoutMs: 300 });
      const stalled = await run(pool, script).catch(codeOf);
      expect(stalled).toBe('language_engine_stalled');
      expect(await run(pool, answer('next'))).toBe('next');
    },
  );

  it('stops a call that takes too much memory, and works on', async () => {
    const pool = poolOf();
    expect(await run(pool, { does: 'fill' }).catch(codeOf)).toBe('language_engine_stalled');
    expect(await run(pool, answer('next'))).toBe('next');
  });

  it('rejects a call whose rule throws, or whose thread ends, and works on', async () => {
    const pool = poolOf();
    const failure: unknown = await run(pool, { does: 'fail' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'internal', cause: { name: 'TypeError' } });
    expect(await run(pool, { does: 'exit' }).catch(codeOf)).toBe('internal');
    expect(await run(pool, answer('next'))).toBe('next');
  });

  it('rejects a call that cannot be sent, and works on', async () => {
    const pool = poolOf();
    await expect(
      run(
        pool,
        answer(() => 'a function'),
      ),
    ).rejects.toThrow('could not be cloned');
    expect(await run(pool, answer('next'))).toBe('next');
  });

  it('rejects calls of a program that cannot start, and does not try again by itself', async () => {
    const pool = poolOf({ program: BROKEN });
    const calls = [run(pool, answer(1)), run(pool, answer(2))];
    const codes = await Promise.all(calls.map((call) => call.catch(codeOf)));
    expect(codes).toEqual(['internal', 'internal']);
  });

  it('rejects a cancelled call at once, and ends what it does within a second', async () => {
    const pool = poolOf();
    await run(pool, answer('ready'));
    const [cancel, reason] = [new AbortController(), new Error('cancelled')];
    const call = run(pool, work(60_000), 'ada', cancel.signal);
    const waiting = run(pool, answer('waiting'), 'ada', cancel.signal);
    const next = run(pool, answer('next'));
    setTimeout(() => cancel.abort(reason), 100);
    await expect(call).rejects.toBe(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(await next).toBe('next');
    await expect(run(pool, answer(1), '', cancel.signal)).rejects.toBe(reason);
  });

  it('keeps a thread for other owners, however much one asks for', async () => {
    const pool = poolOf({ threads: 2 });
    const hostile = Array.from({ length: 30 }, () => run(pool, work(200), 'hostile'));
    const others = Array.from({ length: 3 }, (_, n) => run(pool, answer(n), 'ordinary'));
    const first = await Promise.race([Promise.all(hostile), Promise.all(others)]);
    expect(first).toEqual([0, 1, 2]);
    await Promise.all(hostile);
  });

  it('takes turns between owners when there is only one thread', async () => {
    const pool = poolOf();
    const ended: string[] = [];
    const noted = async (script: Script, owner: string) => {
      await run(pool, script, owner);
      ended.push(owner);
    };
    const hostile = Array.from({ length: 9 }, () => noted(work(30), 'hostile'));
    const others = Array.from({ length: 2 }, () => noted(answer(1), 'ordinary'));
    await Promise.all([...hostile, ...others]);
    expect(ended.slice(0, 5).filter((owner) => owner === 'ordinary')).toHaveLength(2);
  });

  it('ends its threads, and rejects what waits and what is asked for later', async () => {
    const pool = poolOf();
    const calls = [run(pool, work(60_000)), run(pool, answer(1))];
    const codes = Promise.all(calls.map((call) => call.catch(codeOf)));
    await pool.close();
    for (const code of await codes)
      expect(['internal', 'language_engine_unavailable']).toContain(code);
    expect(await run(pool, answer(1)).catch(codeOf)).toBe('language_engine_unavailable');
  });
});
