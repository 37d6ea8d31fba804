import { describe } from '@jest/globals';
import { itRefuses, itTakes } from '../testing/judged.ts';

describe('what is written short', () => {
  itTakes([
    ['mister brown called', 'Mr. brown called'],
    ['the c e o of i b m', 'the CEO of IBM'],
    ['in the U.S. today', 'in the US today'],
    ['see w w w dot example dot com', 'see www.example.com'],
    ['write to info at example dot org', 'write to info@example.org'],
  ]);
  itRefuses([
    ['mister brown called', 'Mrs. brown called'],
    ['the c e o', 'the CFO'],
    ['see example dot com', 'see examples.com'],
    ['they told us', 'they told US'],
  ]);
});
