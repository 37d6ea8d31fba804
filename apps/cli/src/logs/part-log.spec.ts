import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PartLog } from './part-log.ts';

describe('part log', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'afterword-log-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('reports each complete line written since it was opened', () => {
    const lines: string[] = [];
    const log = new PartLog(folder, 'worker', (line) => lines.push(line));
    appendFileSync(log.file, 'of an earlier run\n');
    log.open();
    appendFileSync(log.file, 'one\ntwo ');
    appendFileSync(log.file, 'and a half\n');
    log.close();
    expect(lines).toEqual(['one', 'two and a half']);
  });

  it('returns the last lines for the error of a failed part', () => {
    const log = new PartLog(folder, 'worker', () => undefined);
    appendFileSync(log.file, Array.from({ length: 40 }, (_, index) => `line ${index}\n`).join(''));
    expect(log.tail().split('\n').at(-1)).toBe('line 39');
    expect(log.tail().split('\n')).toHaveLength(15);
  });
});
