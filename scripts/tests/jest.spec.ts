import { describe, expect, it } from '@jest/globals';
import { inProject } from '../lib/paths.mjs';
import { failuresIn } from './jest.mjs';

const test = (status: string, fullName: string) => ({ status, fullName });

describe('the failures of a run of Jest', () => {
  it('are named with their file, in the order of the report', () => {
    const files = [
      {
        name: inProject('a/one.spec.ts'),
        status: 'passed',
        assertionResults: [test('passed', 'x')],
      },
      {
        name: inProject('a/two.spec.ts'),
        status: 'failed',
        assertionResults: [
          test('passed', 'x'),
          test('failed', 'y holds'),
          test('failed', 'z holds'),
        ],
      },
    ];
    expect(failuresIn(files)).toEqual(['a/two.spec.ts: y holds', 'a/two.spec.ts: z holds']);
  });

  it('are files when they could not be loaded', () => {
    const name = inProject('a/one.spec.ts');
    expect(failuresIn([{ name, status: 'failed', assertionResults: [] }])).toEqual([
      'a/one.spec.ts',
    ]);
  });
});
