import { describe, expect, it } from '@jest/globals';
import { readyTable } from './ready-table.ts';

describe('ready table', () => {
  it('frames names and values in two columns', () => {
    expect(
      readyTable([
        ['Page', 'http://127.0.0.1:4700/app'],
        ['Data folder', '/data'],
      ]),
    ).toBe(
      [
        '┌─────────────────────────────────────────┐',
        '│ Page          http://127.0.0.1:4700/app │',
        '│ Data folder   /data                     │',
        '└─────────────────────────────────────────┘',
      ].join('\n'),
    );
  });
});
