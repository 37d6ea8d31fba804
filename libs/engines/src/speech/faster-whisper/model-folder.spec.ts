import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chunksTogether, speechModelFolder } from './model-folder.ts';

describe('speechModelFolder', () => {
  let toolchain: string;
  let model: string;

  beforeEach(async () => {
    toolchain = await mkdtemp(path.join(os.tmpdir(), 'afterword-toolchain-'));
    model = path.join(toolchain, 'a-model');
    await mkdir(model);
    await writeFile(path.join(model, 'model.bin'), 'weights');
    await mkdir(path.join(toolchain, 'models'));
  });
  afterEach(() => rm(toolchain, { recursive: true }));

  const record = (name: string, text: string) =>
    writeFile(path.join(toolchain, 'models', `${name}.folder`), text);

  it('returns the setting itself when it is the folder of a model', () => {
    expect(speechModelFolder(model, toolchain)).toBe(model);
    const relative = path.relative('.', model);
    expect(speechModelFolder(relative, toolchain)).toBe(model);
  });

  it('returns the folder that set-up recorded for a name', async () => {
    await record('tiny.en', `${model}\n`);
    expect(speechModelFolder('tiny.en', toolchain)).toBe(model);
  });

  it('finds a folder that was recorded relative to the record', async () => {
    await record('tiny.en', '../a-model\n');
    expect(speechModelFolder('tiny.en', toolchain)).toBe(model);
  });

  it('finds the folder of a name that contains a slash', async () => {
    await record('Systran_faster-whisper-small', model);
    expect(speechModelFolder('Systran/faster-whisper-small', toolchain)).toBe(model);
  });

  it.each([
    ['was never set up', () => rm(path.join(toolchain, 'models', 'tiny.en.folder'))],
    ['was recorded but has been removed', () => rm(path.join(model, 'model.bin'))],
    ['has an empty record', () => record('tiny.en', '\n')],
  ])('throws an error with the next action when the model %s', async (_case, arrange) => {
    await record('tiny.en', model);
    await arrange();
    expect(() => speechModelFolder('tiny.en', toolchain)).toThrow(
      expect.objectContaining({
        code: 'speech_engine_unavailable',
        message: expect.stringMatching(/"tiny\.en" has not been set up; run `npm start`/),
      }),
    );
  });

  it('tells how many chunks a model decodes together: several only if it is small', async () => {
    expect(chunksTogether(model)).toBe(3);
    await truncate(path.join(model, 'model.bin'), 480 * 1024 * 1024);
    expect(chunksTogether(model)).toBe(1);
  });
});
