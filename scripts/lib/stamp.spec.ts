import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inProject } from './paths.mjs';
import { hashOf, isStamped, stamp, unstamp } from './stamp.mjs';

const FOLDER = '.toolchain/spec-of-stamp';
const NAME = 'spec-of-stamp';

describe('the stamps of completed steps', () => {
  const write = (file: string, text: string) => writeFileSync(inProject(FOLDER, file), text);
  const hash = () => hashOf({ folders: [FOLDER] });
  beforeAll(() => {
    mkdirSync(inProject(FOLDER, 'inner'), { recursive: true });
    write('a.ts', 'one');
    write('inner/b.ts', 'two');
  });
  afterAll(() => {
    rmSync(inProject(FOLDER), { recursive: true });
    unstamp(NAME);
  });

  it('hold for exactly the inputs that they were made of', () => {
    const before = hash();
    expect(hash()).toBe(before);
    write('inner/b.ts', 'changed');
    expect(hash()).not.toBe(before);
    write('inner/b.ts', 'two');
    expect(hash()).toBe(before);
    write('inner/c.ts', '');
    expect(hash()).not.toBe(before);
    rmSync(inProject(FOLDER, 'inner/c.ts'));
    expect(hashOf({ folders: [FOLDER], words: ['another'] })).not.toBe(before);
    expect(hashOf({ files: [`${FOLDER}/missing`] })).toBe(hashOf({ files: [`${FOLDER}/missing`] }));
  });

  it('do not depend on tests, which are not built', () => {
    const before = hash();
    write('a.spec.ts', 'a test');
    write('a.fixture.ts', 'a fixture');
    expect(hash()).toBe(before);
  });

  it('are removed before a step runs, so that an interrupted one does not count', () => {
    stamp(NAME, hash());
    expect(isStamped(NAME, hash())).toBe(true);
    expect(isStamped(NAME, 'of other inputs')).toBe(false);
    unstamp(NAME);
    expect(isStamped(NAME, hash())).toBe(false);
  });
});
