import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { loadConfig } from '#platform';
import { ENGINES } from '../definitions.ts';
import { FasterWhisperEngine } from './faster-whisper.engine.ts';
import { fasterWhisper } from './faster-whisper.definition.ts';
import { RestingSpeechEngine } from './resting.engine.ts';
import type { SpeechEngine } from './speech-engine.port.ts';

function whispersOf(env: Record<string, string>): Promise<ReadonlyMap<string, SpeechEngine>> {
  const config = loadConfig(ENGINES, env);
  return fasterWhisper.create({ config, logger: pino({ level: 'silent' }) });
}

describe('the faster-whisper definition', () => {
  let models: readonly string[];
  beforeAll(async () => {
    const prefixes = ['one', 'two'].map((name) => path.join(os.tmpdir(), `afterword-${name}-`));
    models = await Promise.all(prefixes.map((prefix) => mkdtemp(prefix)));
    await Promise.all(models.map((model) => writeFile(path.join(model, 'model.bin'), 'weights')));
  });
  afterAll(() => Promise.all(models.map((model) => rm(model, { recursive: true }))));

  it('creates one engine for each model; all but the default close when idle', async () => {
    const [defaultModel = '', other = ''] = models;
    const engines = await whispersOf({
      AFTERWORD_SPEECH_MODEL: defaultModel,
      AFTERWORD_SPEECH_MODELS: `${other},${defaultModel}`,
    });
    expect([...engines.keys()]).toEqual(models.map((model) => path.basename(model)));
    expect(engines.get(path.basename(defaultModel))).toBeInstanceOf(FasterWhisperEngine);
    expect(engines.get(path.basename(other))).toBeInstanceOf(RestingSpeechEngine);
  });

  it('fails to create the engines when a model is missing', async () => {
    const given = { AFTERWORD_SPEECH_MODEL: models[0] ?? '', AFTERWORD_SPEECH_MODELS: './nowhere' };
    await expect(whispersOf(given)).rejects.toMatchObject({ code: 'speech_engine_unavailable' });
  });

  it('looks up a bare Python name on PATH, and resolves any other path', () => {
    const pythonOf = (python: string) =>
      fasterWhisper.settings.parse({ AFTERWORD_SPEECH_PYTHON: python });
    const found = (python: string) => expect.objectContaining({ AFTERWORD_SPEECH_PYTHON: python });
    expect(pythonOf('python3')).toEqual(found('python3'));
    expect(pythonOf('venv/bin/python')).toEqual(found(path.resolve('venv/bin/python')));
    expect(pythonOf('/usr/bin/python3')).toEqual(found('/usr/bin/python3'));
  });
});
