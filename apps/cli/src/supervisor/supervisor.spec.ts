import { describe, expect, it } from '@jest/globals';
import { Reporter } from '../logs/reporter.ts';
import { Supervisor, type StartStep } from './supervisor.ts';

const silent = new Reporter(() => undefined);

function recordingSteps(log: string[], failing = ''): StartStep[] {
  return ['database', 'queue', 'worker'].map((title) => ({
    title,
    start: () => {
      log.push(`start ${title}`);
      return title === failing ? Promise.reject(new Error('no')) : Promise.resolve();
    },
    stop: () => {
      log.push(`stop ${title}`);
      return Promise.resolve();
    },
  }));
}

describe('supervisor', () => {
  it('starts in order and stops in the reverse order', async () => {
    const log: string[] = [];
    const supervisor = new Supervisor(recordingSteps(log), silent);
    expect(await supervisor.start()).toBe(true);
    await supervisor.stop();
    expect(log).toEqual([
      'start database',
      'start queue',
      'start worker',
      'stop worker',
      'stop queue',
      'stop database',
    ]);
  });

  it('stops only the steps that were started, including the failed one', async () => {
    const log: string[] = [];
    const supervisor = new Supervisor(recordingSteps(log, 'queue'), silent);
    await expect(supervisor.start()).rejects.toThrow('no');
    await supervisor.stop();
    expect(log).toEqual(['start database', 'start queue', 'stop queue', 'stop database']);
  });

  it('stops once even if it is asked repeatedly', async () => {
    const log: string[] = [];
    const supervisor = new Supervisor(recordingSteps(log), silent);
    await supervisor.start();
    await Promise.all([supervisor.stop(), supervisor.stop()]);
    expect(log.filter((line) => line.startsWith('stop'))).toHaveLength(3);
  });

  it('starts no further step after a stop request', async () => {
    const log: string[] = [];
    const supervisor = new Supervisor(recordingSteps(log), silent);
    const starting = supervisor.start();
    await supervisor.stop();
    expect(await starting).toBe(false);
    expect(log).toEqual(['start database', 'stop database']);
  });
});
