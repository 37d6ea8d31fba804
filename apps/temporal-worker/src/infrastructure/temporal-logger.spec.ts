import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { installTemporalRuntime } from './temporal-logger.ts';

const LEVELS = { warn: 40, error: 50, info: 30 };

describe('the log of the Temporal SDK', () => {
  const lines: string[] = [];
  const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  beforeAll(() => {
    installTemporalRuntime(pino({ level: 'trace' }, { write: (line) => lines.push(line) }));
  });
  beforeEach(() => {
    lines.length = 0;
  });

  it('goes to the log of the worker, with its level and component', () => {
    const { logger } = Runtime.instance();
    logger.log('WARN', 'Polling failed', { sdkComponent: 'core' });
    logger.log('ERROR', 'Workflow task failed');
    logger.log('INFO', 'Worker state changed');
    expect(logged()).toMatchObject([
      { level: LEVELS.warn, msg: 'Polling failed', sdk: 'core' },
      { level: LEVELS.error, msg: 'Workflow task failed' },
      { level: LEVELS.info, msg: 'Worker state changed' },
    ]);
  });

  it('leaves out what is expected of our roles, and failures that are logged with their task', () => {
    const { logger } = Runtime.instance();
    for (const message of [
      'No workflows registered, not polling for workflow tasks',
      'No activities registered, not polling for activity tasks',
      'Activity failed',
      'Workflow failed',
    ]) {
      logger.log('WARN', message);
    }
    expect(logged()).toEqual([]);
  });
});
