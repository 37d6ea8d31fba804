import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

  it('is closed to other users, also where an earlier version has made it', () => {
    const root = path.join(parent, 'data');
    const blobs = path.join(root, 'blobs');
    mkdirSync(blobs, { recursive: true, mode: 0o755 });
    const { logs } = prepareDataFolder(root);
    const modeOf = (folder: string) => statSync(folder).mode & 0o777;
    expect([blobs, logs].map(modeOf)).toEqual([0o700, 0o700]);
    // Only root starts PostgreSQL as another user, who has to come through.
    expect(modeOf(root) & 0o066).toBe(0);
  });

  it('reports why a path cannot be used', () => {
    const file = path.join(parent, 'file');
    writeFileSync(file, '');
    expect(() => prepareDataFolder(path.join(file, 'data'))).toThrow(
      /cannot be written \(a part of the path is a file\).*AFTERWORD_DATA_FOLDER/,
    );
  });
});
