import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createLogger, loggerOptions } from './logger.ts';

const SECRET = 'xylophone';

/** A logger with the options of every process, and the lines that it has written. */
function newLog(level = 'info') {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  const logger = pino(loggerOptions('worker', { level, pretty: false }), { write });
  return { logger, lines, entry: (): unknown => JSON.parse(lines.at(-1) ?? 'null') };
}

/** A database error as the database layer throws it: it quotes statement values. */
function failedStatement(): Error {
  const refusal = Object.assign(new Error('new row violates a check'), {
    ...{ code: '23514', table: 'segments', detail: `Failing row contains (${SECRET})` },
    where: `JSON data, line 1: ${SECRET}`,
  });
  const query = 'insert into segments values ($1)';
  const failed = new Error(`Failed query: ${query}\nparams: ${SECRET}`, { cause: refusal });
  return Object.assign(failed, { query, params: [SECRET] });
}

describe('the logger', () => {
  it('writes lines of JSON with the time, the process and the task', () => {
    const { logger, entry } = newLog();
    logger.child({ taskId: 'tsk_1' }).info({ chunk: 3 }, 'decoded');
    expect(entry()).toMatchObject({ part: 'worker', taskId: 'tsk_1', chunk: 3, msg: 'decoded' });
    expect(entry()).toMatchObject({ time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
  });

  it('filters entries by its level', () => {
    const { logger, lines } = newLog('warn');
    logger.info('too much');
    logger.warn('enough');
    expect(lines).toHaveLength(1);
    expect(createLogger('cli', { level: 'error', pretty: false }).level).toBe('error');
  });

  it.each([
    { text: SECRET },
    { segment: { text: SECRET, words: [{ text: SECRET }] } },
    { segments: [{ text: SECRET }] },
    { result: { segments: [{ text: SECRET }] } },
    { partial: [{ text: SECRET }] },
    { segment: { raw: SECRET, corrected: SECRET, edited: SECRET } },
    { databaseUrl: `postgresql://a:${SECRET}@db/x` },
    { credentials: { password: SECRET } },
    { apiKey: SECRET },
    { config: { language: { engine: 'openai-compatible', apiKey: SECRET } } },
    { req: { headers: { authorization: SECRET, cookie: SECRET } } },
  ])('redacts conversation text and secrets: %j', (fields) => {
    const { logger, lines } = newLog();
    logger.info(fields, 'happened');
    expect(lines.join()).toContain('[redacted]');
    expect(lines.join()).not.toContain(SECRET);
  });

  it.each([
    ['as a field', (log: pino.Logger) => log.error({ err: failedStatement() }, 'it failed')],
    ['without a message', (log: pino.Logger) => log.error({ err: failedStatement() })],
    ['alone', (log: pino.Logger) => log.error(failedStatement())],
    ['under any name', (log: pino.Logger) => log.error({ reason: failedStatement() }, 'it failed')],
    [
      'as a cause',
      (log: pino.Logger) => log.error({ err: new Error('x', { cause: failedStatement() }) }, 'no'),
    ],
    [
      'from a child',
      (log: pino.Logger) => log.child({ taskId: 't' }).error({ err: failedStatement() }, 'no'),
    ],
  ])('omits the values of a failed statement: %s', (_how, write) => {
    const { logger, lines } = newLog();
    write(logger);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain(SECRET);
  });

  it('logs which statement failed, why and where', () => {
    const { logger, entry } = newLog();
    logger.error({ err: failedStatement() }, 'it failed');
    expect(entry()).toMatchObject({ msg: 'it failed', level: 50 });
    const shown = JSON.stringify(entry());
    expect(shown).toContain('insert into segments');
    expect(shown).toContain('new row violates a check');
    expect(shown).toContain('logger.spec.ts');
  });

  it('logs any other error in full', () => {
    const { logger, entry } = newLog();
    const error = Object.assign(new RangeError('out of range'), { code: 'E_RANGE' });
    logger.error(error);
    expect(entry()).toMatchObject({
      msg: 'out of range',
      err: { type: 'RangeError', message: 'out of range', code: 'E_RANGE' },
    });
  });
});
