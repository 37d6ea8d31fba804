import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { prepareDataFolder } from './data-folder.ts';

describe('data folder', () => {
  let parent = '';
  beforeEach(() => {
    parent = mkdtempSync(path.join(os.tmpdir(), 'afterword-folder-'));
  });
  afterEach(() => {
    rmSync(parent, { recursive: true });
  });

  it('is created with its subfolders', () => {
    const folder = prepareDataFolder(path.join(parent, 'a', 'b'));
    expect([folder.logs, folder.run].every((each) => existsSync(each))).toBe(true);
  });

  it('reports why a path cannot be used', () => {
    const file = path.join(parent, 'file');
    writeFileSync(file, '');
    expect(() => prepareDataFolder(path.join(file, 'data'))).toThrow(
      /cannot be written \(a part of the path is a file\).*AFTERWORD_DATA_FOLDER/,
    );
  });
});
