import { describe, expect, it } from '@jest/globals';
import { MessageTail, messagesOf } from './program-output.ts';

describe('the messages of a PostgreSQL program', () => {
  it('are the last ones, on one line', () => {
    const lines = ['one', 'two', 'three', 'four', 'five', 'six'];
    const output = lines.map((word) => `pg_dump: error: ${word}\n`).join('');
    expect(messagesOf(output, '')).toBe(
      lines
        .slice(1)
        .map((word) => `pg_dump: error: ${word}`)
        .join(' '),
    );
  });

  it.each([
    'pg_restore: error: COPY failed for table "turns": ERROR:  missing data\nCONTEXT:  COPY turns, line 1: "my secret"',
    'pg_restore: error: COPY failed for table "turns": ERROR:  invalid input syntax for type json: my secret',
    'pg_restore: error: could not execute query: ERROR:  invalid input syntax for type integer: "secret"',
    'pg_restore: error: could not execute query: ERROR:  value "my secret" is out of range',
    'pg_restore: error: could not execute query: ERROR:  value "my "open" secret" is too long',
    'pg_restore: error: duplicate key\nDETAIL:  Key (words)=(my secret) already exists.',
    'pg_restore: detail: Command was: INSERT INTO turns VALUES (my secret)',
    'pg_dump: error: failing row\nDETAIL:  Failing row contains (a,\nmy secret).',
  ])('never hold the content of rows: %s', (output) => {
    expect(messagesOf(output, '')).not.toContain('secret');
  });

  it('keep the names of tables, hosts and files', () => {
    const output =
      'pg_dump: error: connection to server at "db-1.example", port 5432 failed: FATAL:  role "ada" does not exist';
    expect(messagesOf(output, '')).toBe(output);
  });

  it('never hold the password', () => {
    expect(messagesOf('pg_dump: error: user with pass.word failed', 'pass.word')).toBe(
      'pg_dump: error: user with … failed',
    );
  });

  it('are of bounded length, whatever a program prints', () => {
    const tail = new MessageTail();
    const noise = Buffer.from('x'.repeat(10_000));
    for (let round = 0; round < 100; round += 1) tail.add(noise);
    tail.add(Buffer.from(`\npg_dump: error: ${'y'.repeat(5_000)}`));
    expect(String(tail).length).toBeLessThanOrEqual(8_192);
    expect(messagesOf(String(tail), '')).toMatch(/^pg_dump: error: y{200,290}$/);
  });
});
