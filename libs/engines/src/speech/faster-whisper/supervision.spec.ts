import path from 'node:path';
import { eventually } from '../../../../../test/support/eventually.ts';
import { FasterWhisperEngine } from '../faster-whisper.engine.ts';
import { call } from '../testing/speech-engine.contract.ts';
import { PYTHON, silentLogger } from '../../../../../test/support/local-whisper.ts';
import type { FasterWhisperOptions } from './speech-process.options.ts';

const answered = { code: 'audio_missing' };

/** An engine with the fake process, whose behaviour the name of the recording selects. */
function engineWith(overrides: Partial<FasterWhisperOptions> = {}): FasterWhisperEngine {
  return new FasterWhisperEngine({
    pythonPath: PYTHON,
    speechFolder: path.join(import.meta.dirname, 'misbehaving'),
    modelFolder: 'any',
    device: 'cpu',
    slots: 2,
    together: 3,
    silenceTimeoutMs: 10_000,
    stallTimeoutMs: 60_000,
    logger: silentLogger,
    ...overrides,
  });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the supervised speech process', () => {
  let engine: FasterWhisperEngine;
  afterEach(() => engine.close());

  it('is started by the first call and serves the next ones', async () => {
    engine = engineWith();
    expect(engine.processId).toBeNull();
    await expect(engine.probe('a', call())).rejects.toMatchObject(answered);
    const pid = engine.processId;
    await expect(engine.probe('b', call())).rejects.toMatchObject(answered);
    expect(engine.processId).toBe(pid);
  });

  it('starts once for calls that arrive together', async () => {
    engine = engineWith();
    const calls = ['a', 'b', 'c'].map((name) => engine.probe(name, call()));
    await expect(Promise.allSettled(calls)).resolves.toHaveLength(3);
    expect(engine.processId).not.toBeNull();
  });

  it('fails the calls in flight when it crashes, and the next call starts it again', async () => {
    engine = engineWith();
    const crashed = { code: 'speech_engine_crashed', retryable: true };
    const inFlight = engine.probe('deaf', call());
    const crashing = engine.probe('crash', call());
    await expect(crashing).rejects.toMatchObject(crashed);
    await expect(inFlight).rejects.toMatchObject(crashed);
    await expect(engine.probe('a', call())).rejects.toMatchObject(answered);
  });

  it('is killed when it freezes with work, long before the stall timeout', async () => {
    engine = engineWith({ silenceTimeoutMs: 3_000 });
    await expect(engine.probe('a', call())).rejects.toMatchObject(answered);
    const pid = engine.processId ?? 0;
    const frozen = { code: 'speech_engine_stalled', message: expect.stringContaining('frozen') };
    const freezing = engine.probe('freeze', call());
    const failed = expect(freezing).rejects.toMatchObject(frozen);
    // Unresponsive before it is killed, so that the caller stops sending heartbeats for the work.
    await eventually(() => expect(engine.isResponsive).toBe(false), 5_000);
    expect(isAlive(pid)).toBe(true);
    await failed;
    expect(isAlive(pid)).toBe(false);
    await expect(engine.probe('a', call())).rejects.toMatchObject(answered);
    expect(engine.isResponsive).toBe(true);
  });

  it('is not considered frozen while it sends heartbeats', async () => {
    engine = engineWith({ silenceTimeoutMs: 400, stallTimeoutMs: 2_000 });
    const started = performance.now();
    await expect(engine.probe('hang', call())).rejects.toMatchObject({
      message: expect.stringMatching(/made no progress for \d+ seconds/u),
    });
    expect(performance.now() - started).toBeGreaterThan(2_000);
  });

  it('is killed when it has work and makes no progress', async () => {
    engine = engineWith({ stallTimeoutMs: 400 });
    await expect(engine.probe('a', call())).rejects.toMatchObject(answered);
    const pid = engine.processId ?? 0;
    const stalled = { code: 'speech_engine_stalled', retryable: true };
    await expect(engine.probe('hang', call())).rejects.toMatchObject(stalled);
    expect(isAlive(pid)).toBe(false);
    await expect(engine.probe('a', call())).rejects.toMatchObject(answered);
  });

  it('is killed when one call hangs although others are answered', async () => {
    engine = engineWith({ stallTimeoutMs: 400 });
    const deaf = engine.probe('deaf', call());
    const chatter = setInterval(() => void engine.probe('a', call()).catch(() => undefined), 50);
    await expect(deaf).rejects.toMatchObject({ code: 'speech_engine_stalled' });
    clearInterval(chatter);
  });

  it('is not killed while it is silent without work, when one with work has been', async () => {
    engine = engineWith({ stallTimeoutMs: 400 });
    await expect(engine.probe('a', call())).rejects.toMatchObject(answered);
    const pid = engine.processId ?? 0;
    const other = engineWith({ stallTimeoutMs: 400 });
    await expect(other.probe('hang', call())).rejects.toMatchObject({
      code: 'speech_engine_stalled',
    });
    await other.close();
    expect(engine.processId).toBe(pid);
    expect(isAlive(pid)).toBe(true);
  });

  it('is killed when it does not stop cancelled work', async () => {
    engine = engineWith();
    const aborted = new AbortController();
    const reason = new Error('cancelled');
    await expect(engine.probe('a', call())).rejects.toMatchObject(answered);
    const hanging = engine.probe('hang', { signal: aborted.signal });
    const pid = engine.processId ?? 0;
    await new Promise((resolve) => setImmediate(resolve));
    aborted.abort(reason);
    await expect(hanging).rejects.toBe(reason);
    expect(isAlive(pid)).toBe(false);
  });

  it('is killed when all calls in flight were cancelled, without the patience for wanted ones', async () => {
    engine = engineWith({ cancelGrace: { aloneMs: 100, sharedMs: 600_000 } });
    await expect(engine.probe('a', call())).rejects.toMatchObject(answered);
    const pid = engine.processId ?? 0;
    const aborted = new AbortController();
    const calls = ['deaf', 'hang'].map((name) => engine.probe(name, { signal: aborted.signal }));
    await new Promise((resolve) => setImmediate(resolve));
    aborted.abort(new Error('cancelled'));
    await expect(Promise.all(calls)).rejects.toThrow('cancelled');
    await eventually(() => expect(isAlive(pid)).toBe(false));
  });

  it('is not killed soon for one cancelled call while another one is wanted', async () => {
    engine = engineWith({ cancelGrace: { aloneMs: 100, sharedMs: 1_000 } });
    await expect(engine.probe('a', call())).rejects.toMatchObject(answered);
    const aborted = new AbortController();
    const wanted = engine.probe('deaf', call());
    const unwanted = engine.probe('deaf', { signal: aborted.signal });
    await new Promise((resolve) => setImmediate(resolve));
    const abortedAtMs = performance.now();
    aborted.abort(new Error('cancelled'));
    await expect(unwanted).rejects.toThrow('cancelled');
    await expect(wanted).rejects.toMatchObject({ code: 'speech_engine_crashed' });
    expect(performance.now() - abortedAtMs).toBeGreaterThanOrEqual(1_000);
  });

  it('ignores a line that is not a message', async () => {
    engine = engineWith();
    await expect(engine.probe('noise', call())).rejects.toMatchObject(answered);
  });

  it.each([
    ['there is no Python', { pythonPath: '/no/such/python' }, /cannot be started/],
    ['it ends during its start', { modelFolder: 'no-start' }, /ended during its start: code 7/],
  ])('is unavailable when %s', async (_case, overrides, message) => {
    engine = engineWith(overrides);
    const unavailable = { code: 'speech_engine_unavailable', retryable: true };
    await expect(engine.probe('a', call())).rejects.toMatchObject(unavailable);
    await expect(engine.fingerprint()).rejects.toThrow(message);
  });

  it('has exited after close, and is not started again', async () => {
    engine = engineWith();
    const inFlight = engine.probe('deaf', call());
    await expect(engine.probe('a', call())).rejects.toMatchObject(answered);
    const pid = engine.processId ?? 0;
    const failed = expect(inFlight).rejects.toMatchObject({ code: 'speech_engine_unavailable' });
    await engine.close();
    await failed;
    expect(isAlive(pid)).toBe(false);
    const closed = { message: 'The speech engine has been closed.' };
    await expect(engine.probe('a', call())).rejects.toMatchObject(closed);
  });

  it('has exited after a close during its start', async () => {
    engine = engineWith();
    const starting = engine.probe('a', call()).catch(() => undefined);
    await engine.close();
    await starting;
    expect(engine.processId).toBeNull();
  });
});
