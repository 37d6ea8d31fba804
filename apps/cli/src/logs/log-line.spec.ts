import { describe, expect, it } from '@jest/globals';
import { noteworthy } from './log-line.ts';

describe('log lines shown on the terminal', () => {
  it.each([
    ['a warning of our own part', '{"level":40,"msg":"Temporal is away"}', 'Temporal is away'],
    ['an error from Temporal', '{"level":"error","msg":"disk full"}', 'disk full'],
    ['a panic from PostgreSQL', '2026 [1] PANIC:  no space', '2026 [1] PANIC:  no space'],
    ['an info line of our own part', '{"level":30,"msg":"taking work"}', null],
    ['a warning from Temporal', '{"level":"warn","msg":"slow"}', null],
    ['an SQL statement error', '2026 [1] ERROR:  duplicate key', null],
    ['a truncated line', '{"level":50,"ms', null],
    ['an empty line', '', null],
  ])('%s', (_kind, line, shown) => {
    expect(noteworthy(line)).toBe(shown);
  });
});
