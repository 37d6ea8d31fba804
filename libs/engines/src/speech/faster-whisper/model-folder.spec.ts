import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { speechModelFolder } from './model-folder.ts';

describe('the folder of the speech model', () => {
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

  const note = (name: string, text: string) =>
    writeFile(path.join(toolchain, 'models', `${name}.folder`), text);

  it('is the setting itself when that is the folder of a model', () => {
    expect(speechModelFolder(model, toolchain)).toBe(model);
    const relative = path.relative('.', model);
    expect(speechModelFolder(relative, toolchain)).toBe(model);
  });

  it('is what set-up noted for a name', async () => {
    await note('tiny.en', `${model}\n`);
    expect(speechModelFolder('tiny.en', toolchain)).toBe(model);
  });

  it('is found for a name with a slash in it', async () => {
    await note('Systran_faster-whisper-small', model);
    expect(speechModelFolder('Systran/faster-whisper-small', toolchain)).toBe(model);
  });

  it.each([
    ['was never set up', () => rm(path.join(toolchain, 'models', 'tiny.en.folder'))],
    ['was noted but has gone', () => rm(path.join(model, 'model.bin'))],
    ['has an empty note', () => note('tiny.en', '\n')],
  ])('is refused, with what to do, when the model %s', async (_what, happens) => {
    await note('tiny.en', model);
    await happens();
    expect(() => speechModelFolder('tiny.en', toolchain)).toThrow(
      expect.objectContaining({
        code: 'speech_engine_unavailable',
        message: expect.stringMatching(/"tiny\.en" has not been set up; run `npm start`/),
      }),
    );
  });
});
