import { describe, expect, it } from '@jest/globals';
import { noteworthy } from './log-line.ts';

describe('what of a log reaches the terminal', () => {
  it.each([
    ['a warning of ours', '{"level":40,"msg":"Temporal is away"}', 'Temporal is away'],
    ['an error of Temporal', '{"level":"error","msg":"disk full"}', 'disk full'],
    ['a panic of PostgreSQL', '2026 [1] PANIC:  no space', '2026 [1] PANIC:  no space'],
    ['an information of ours', '{"level":30,"msg":"taking work"}', null],
    ['a warning of Temporal', '{"level":"warn","msg":"slow"}', null],
    ['an error in a statement', '2026 [1] ERROR:  duplicate key', null],
    ['half a line', '{"level":50,"ms', null],
    ['an empty line', '', null],
  ])('%s', (_kind, line, shown) => {
    expect(noteworthy(line)).toBe(shown);
  });
});
