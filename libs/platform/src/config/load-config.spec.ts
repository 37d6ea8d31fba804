import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ENGINES, languageEngineNames, speechEngineNames } from '#engines/definitions';
import { InvalidSettingsError, loadConfig } from './load-config.ts';
import { allSettings } from './settings.schema.ts';

/** The names of the settings that are refused, with what is said about them. */
function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(ENGINES, env);
  } catch (error) {
    if (error instanceof InvalidSettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('need nothing to be set', () => {
    expect(loadConfig(ENGINES, {})).toMatchObject({
      dataFolder: path.resolve('data'),
      blobFolder: path.resolve('data', 'blobs'),
      host: '127.0.0.1',
      port: 4700,
      maxClipBytes: 2048 * 1024 * 1024,
      maxAudioMs: 24 * 60 * 60 * 1000,
      workerRoles: ['orchestration', 'speech', 'language', 'maintenance'],
      database: { url: 'postgresql://afterword@127.0.0.1:4701/afterword', connections: 10 },
      temporal: {
        address: '127.0.0.1:4702',
        namespace: 'default',
        uiUrl: 'http://127.0.0.1:4703',
      },
      speech: { language: null, chunkTargetMs: 28_000 },
      language: { engine: 'builtin', slots: 8 },
      logging: { level: 'info', pretty: false },
      embedded: { runsDatabase: true, runsTemporal: true },
    });
  });

  it('say in what is set where PostgreSQL and Temporal are, and run neither then', () => {
    const config = loadConfig(ENGINES, {
      AFTERWORD_DATABASE_URL: 'postgres://a:b@db.example:5432/after',
      AFTERWORD_TEMPORAL_ADDRESS: 'temporal.example:7233',
      AFTERWORD_TEMPORAL_UI_URL: 'https://temporal.example/ui/',
    });
    expect(config.database.url).toBe('postgres://a:b@db.example:5432/after');
    expect(config.temporal.address).toBe('temporal.example:7233');
    expect(config.temporal.uiUrl).toBe('https://temporal.example/ui');
    expect(config.embedded).toMatchObject({ runsDatabase: false, runsTemporal: false });
  });

  it('are read from text into numbers, lists and flags', () => {
    const config = loadConfig(ENGINES, {
      AFTERWORD_PORT: '8080',
      AFTERWORD_WORKER_ROLES: 'speech, orchestration,speech',
      AFTERWORD_SPEECH_LANGUAGE: 'de',
      AFTERWORD_SPEECH_CHUNK_SECONDS: '12.5',
      AFTERWORD_LOG_PRETTY: 'true',
    });
    expect(config.port).toBe(8080);
    expect(config.workerRoles).toEqual(['speech', 'orchestration']);
    expect(config.speech).toMatchObject({ language: 'de', chunkTargetMs: 12_500 });
    expect(config.logging.pretty).toBe(true);
  });

  it('say which model does the language, and keep what engines are given as it stands', () => {
    const ofModel = {
      AFTERWORD_LANGUAGE_BASE_URL: 'http://127.0.0.1:11434/v1',
      AFTERWORD_LANGUAGE_MODEL: 'llama',
      AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS: 'false',
    };
    const engine = { AFTERWORD_LANGUAGE_ENGINE: 'openai-compatible' };
    const config = loadConfig(ENGINES, { ...engine, ...ofModel, AFTERWORD_PORT: '8080' });
    expect(config.language).toEqual({ engine: 'openai-compatible', slots: 8 });
    expect(config.engineSettings).toEqual(ofModel);
    expect(languageEngineNames(ENGINES, config)).toEqual({
      default: 'openai-compatible',
      available: ['builtin', 'openai-compatible'],
    });
  });

  it('let tasks ask for a model that is configured, though rules are the default', () => {
    const namesOf = (env: Record<string, string>) =>
      languageEngineNames(ENGINES, loadConfig(ENGINES, env));
    const model = { AFTERWORD_LANGUAGE_BASE_URL: 'http://127.0.0.1:1/v1' };
    expect(namesOf(model).available).toEqual(['builtin']);
    expect(namesOf({ ...model, AFTERWORD_LANGUAGE_MODEL: 'llama' })).toEqual({
      default: 'builtin',
      available: ['builtin', 'openai-compatible'],
    });
  });

  it('name the speech models that tasks may ask for, folders by their last name', () => {
    const namesOf = (env: Record<string, string>) =>
      speechEngineNames(ENGINES, loadConfig(ENGINES, env));
    expect(namesOf({})).toEqual({ default: 'tiny.en', available: ['tiny.en'] });
    const names = namesOf({
      AFTERWORD_SPEECH_MODEL: 'tiny.en',
      AFTERWORD_SPEECH_MODELS: 'small, /models/ours,tiny.en,,Systran/faster-whisper-base',
    });
    expect(names.default).toBe('tiny.en');
    expect(names.available).toEqual(['tiny.en', 'small', 'ours', 'Systran/faster-whisper-base']);
  });

  it('refuse two speech models of one name', () => {
    const faults = faultsOf({ AFTERWORD_SPEECH_MODELS: '/models/ours,./other/ours' });
    expect(faults).toEqual([expect.stringMatching(/^AFTERWORD_SPEECH_MODELS: .*one name$/)]);
  });

  it('of a model are needed by the engine that asks one, whatever else is wrong', () => {
    const needed = /^AFTERWORD_LANGUAGE_(BASE_URL|MODEL): is needed when/;
    const engine = { AFTERWORD_LANGUAGE_ENGINE: 'openai-compatible' };
    expect(faultsOf(engine)).toEqual([
      expect.stringMatching(needed),
      expect.stringMatching(needed),
    ]);
    expect(faultsOf({ ...engine, AFTERWORD_PORT: 'x' })).toHaveLength(3);
    const ownFault = { ...engine, AFTERWORD_LANGUAGE_BASE_URL: 'ftp://x' };
    expect(faultsOf({ ...ownFault, AFTERWORD_LANGUAGE_MODEL: 'llama' })).toHaveLength(1);
  });

  it.each([
    ['AFTERWORD_LANGUAGE_BASE_URL', 'https://ada:s3cret@models.example/v1'],
    ['AFTERWORD_LANGUAGE_BASE_URL', 's3cret'],
    ['AFTERWORD_LANGUAGE_API_KEY', 's3cret key'],
  ])('keep a key to themselves when %s is wrong', (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toEqual([expect.stringMatching(`^${name}: `)]);
    expect(faults.join()).not.toContain('s3cret');
  });

  it('name every fault at once', () => {
    const faults = faultsOf({
      AFTERWORD_PORT: '70000',
      AFTERWORD_DATABASE_URL: 'mysql://somewhere',
      AFTERWORD_TEMPORAL_ADDRESS: 'no-port',
      AFTERWORD_WORKER_ROLES: 'speech,cooking',
      AFTERWORD_SPEECH_SLOTS: 'many',
      AFTERWORD_LOG_PRETTY: 'yes',
      AFTERWORD_PROT: '4700',
    });
    expect(faults.map((fault) => fault.split(/[:.]/)[0])).toEqual([
      'AFTERWORD_PORT',
      'AFTERWORD_DATABASE_URL',
      'AFTERWORD_TEMPORAL_ADDRESS',
      'AFTERWORD_WORKER_ROLES',
      'AFTERWORD_SPEECH_SLOTS',
      'AFTERWORD_LOG_PRETTY',
      'AFTERWORD_PROT',
    ]);
    expect(new InvalidSettingsError(faults).message.split('\n')).toHaveLength(8);
  });

  it('refuse a name of ours that no setting has, and ignore the names of others', () => {
    expect(faultsOf({ AFTERWORD_PROT: '1' })).toEqual(['AFTERWORD_PROT: there is no such setting']);
    expect(faultsOf({ PROT: '1', PATH: '/usr/bin' })).toEqual([]);
  });

  it('take an empty value for one that is not set', () => {
    expect(loadConfig(ENGINES, { AFTERWORD_PORT: '', AFTERWORD_DATABASE_URL: '' })).toEqual(
      loadConfig(ENGINES, {}),
    );
  });

  it.each(['0', '-1', '1.5', '65536', 'NaN', ' ', '0x10000'])('know no port %j', (port) => {
    expect(faultsOf({ AFTERWORD_PORT: port })).toHaveLength(1);
  });

  it('keep a password to themselves when the address around it is wrong', () => {
    const faults = faultsOf({ AFTERWORD_DATABASE_URL: 'mysql://ada:s3cret@db.example/x' });
    expect(faults).toHaveLength(1);
    expect(faults.join()).not.toContain('s3cret');
  });

  it.each(Object.entries(allSettings(ENGINES)))('explain %s', (name, setting) => {
    expect(name).toMatch(/^AFTERWORD_[A-Z_]+$/);
    expect(setting.description).toMatch(/^[A-Z].*\.$/);
  });
});
