import { AppError } from '#platform';
import { eventually } from '../../../../../test/support/eventually.ts';
import type { RequestEnd } from './adaptive-limit.ts';
import { RequestGate } from './request-gate.ts';

const never = () => new AbortController().signal;
const askedToWait = (retryAfterMs: number) =>
  new AppError('language_engine_busy', 'Asked to wait.', { details: { retryAfterMs } });
const OTHER: RequestEnd = { kind: 'other' };

/** Requests that are in flight, and end one by one. */
class Requests {
  readonly begun: string[] = [];
  private readonly ends: (() => void)[] = [];

  constructor(private readonly gate: RequestGate) {}

  send(name: string, owner: string, end = OTHER, signal = never()): Promise<void> {
    const request = () => {
      this.begun.push(name);
      return new Promise<void>((done) => this.ends.push(done));
    };
    return this.gate.run({ owner, signal }, request, () => end);
  }

  endOne(): void {
    this.ends.shift()?.();
  }
}

describe('requests to a server', () => {
  it('begin in turns between owners, no more at once than allowed', async () => {
    const requests = new Requests(new RequestGate(1, askedToWait));
    const sent = [
      ...['a1', 'a2', 'a3'].map((name) => requests.send(name, 'ada')),
      requests.send('b1', 'bob'),
    ];
    for (const begun of [['a1'], ['a1', 'a2'], ['a1', 'a2', 'b1'], ['a1', 'a2', 'b1', 'a3']]) {
      await eventually(() => expect(requests.begun).toEqual(begun));
      requests.endOne();
    }
    await Promise.all(sent);
  });

  it('leave the line when they are cancelled', async () => {
    const requests = new Requests(new RequestGate(1, askedToWait));
    const first = requests.send('first', 'ada');
    const controller = new AbortController();
    const second = requests.send('second', 'ada', OTHER, controller.signal);
    const third = requests.send('third', 'ada');
    const reason = new Error('cancelled by the caller');
    controller.abort(reason);
    await expect(second).rejects.toBe(reason);
    await eventually(() => expect(requests.begun).toEqual(['first']));
    requests.endOne();
    await first;
    await eventually(() => expect(requests.begun).toEqual(['first', 'third']));
    requests.endOne();
    await third;
  });

  it('begin after a short wait that the server has asked for', async () => {
    const requests = new Requests(new RequestGate(8, askedToWait));
    const busy = requests.send('busy', 'ada', { kind: 'overloaded', retryAfterMs: 200 });
    await eventually(() => expect(requests.begun).toEqual(['busy']));
    requests.endOne();
    await busy;
    const endedAt = performance.now();
    const next = requests.send('next', 'ada');
    expect(requests.begun).toEqual(['busy']);
    await eventually(() => expect(requests.begun).toEqual(['busy', 'next']));
    expect(performance.now() - endedAt).toBeGreaterThan(190);
    requests.endOne();
    await next;
  });

  it('are given back, with the time, while it has asked for a long one', async () => {
    const requests = new Requests(new RequestGate(1, askedToWait));
    const busy = requests.send('busy', 'ada', { kind: 'overloaded', retryAfterMs: 60_000 });
    const waiting = requests.send('waiting', 'bob').catch((error: unknown) => error);
    await eventually(() => expect(requests.begun).toEqual(['busy']));
    requests.endOne();
    await busy;
    const later = requests.send('later', 'bob').catch((error: unknown) => error);
    for (const error of await Promise.all([waiting, later])) {
      if (!(error instanceof AppError)) throw new Error('it was not given back');
      expect(error).toMatchObject({ code: 'language_engine_busy', retryable: true });
      expect(error.details['retryAfterMs']).toBeGreaterThan(55_000);
    }
    expect(requests.begun).toEqual(['busy']);
  });
});
