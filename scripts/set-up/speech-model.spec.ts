import { afterEach, describe, expect, it } from '@jest/globals';
import { speechModel } from './speech-model.mjs';

describe('set-up of speech models', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  const isDone = (model: string, others = '') => {
    process.env['AFTERWORD_SPEECH_MODEL'] = model;
    process.env['AFTERWORD_SPEECH_MODELS'] = others;
    return speechModel.isDone();
  };

  it('has nothing to download for models of services', () => {
    expect(isDone('openai:whisper-1', 'openai-compatible:org/model:v2')).toBe(true);
  });

  it('needs each model of this machine, also a folder with a colon in its path', () => {
    expect(isDone('openai:whisper-1', 'no-such-model')).toBe(false);
    expect(isDone('./no/such:folder')).toBe(false);
    expect(isDone('/no/such:folder')).toBe(false);
  });
});
