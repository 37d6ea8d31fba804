import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ENGINES, languageEngineNames, speechEngineNames } from '#engines/definitions';
import { InvalidSettingsError, loadConfig } from './load-config.ts';
import { allSettings } from './settings.schema.ts';

/** The faults that `loadConfig` reports; empty when it accepts the settings. */
function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(ENGINES, env);
  } catch (error) {
    if (error instanceof InvalidSettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('has a default for every setting', () => {
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
      language: {
        ...{ engine: 'builtin', slots: 8, rules: { threads: 2, timeoutMs: 20_000 } },
        transcriptStyle: 'clean',
      },
      logging: { level: 'info', pretty: false },
      embedded: { runsDatabase: true, runsTemporal: true },
    });
  });

  it('takes the addresses of PostgreSQL and Temporal, and then embeds neither', () => {
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

  it('listens for other machines only where somebody says so', () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.20', 'notes.example']) {
      expect(faultsOf({ AFTERWORD_HOST: host })).toEqual([
        expect.stringContaining('AFTERWORD_ALLOW_OPEN=true'),
      ]);
      expect(faultsOf({ AFTERWORD_HOST: host, AFTERWORD_ALLOW_OPEN: 'true' })).toEqual([]);
    }
    for (const host of ['127.0.0.1', '127.0.0.2', '::1', 'localhost']) {
      expect(faultsOf({ AFTERWORD_HOST: host })).toEqual([]);
    }
  });

  it('knows the names of the installation', () => {
    const { doors } = loadConfig(ENGINES, {
      AFTERWORD_HOST: '192.168.1.20',
      AFTERWORD_ALLOW_OPEN: 'true',
      AFTERWORD_HOSTS: 'Notes.example, notes2.example',
      AFTERWORD_PUBLIC_URL: 'https://public.example/afterword',
    });
    expect(doors.hosts).toEqual([
      'notes.example',
      'notes2.example',
      'public.example',
      '192.168.1.20',
    ]);
  });

  it('parses numbers, lists and flags', () => {
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

  it('selects the language engine, and keeps engine settings unparsed', () => {
    const modelSettings = {
      AFTERWORD_LANGUAGE_BASE_URL: 'http://127.0.0.1:11434/v1',
      AFTERWORD_LANGUAGE_MODEL: 'llama',
    };
    const config = loadConfig(ENGINES, {
      ...modelSettings,
      AFTERWORD_LANGUAGE_ENGINE: 'openai-compatible',
      AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS: 'false',
      AFTERWORD_PORT: '8080',
    });
    expect(config.language).toEqual({
      engine: 'openai-compatible',
      engines: {
        correction: 'openai-compatible',
        summary: 'openai-compatible',
        significance: 'openai-compatible',
        agent_report: 'openai-compatible',
      },
      named: ['openai-compatible'],
      isChosen: true,
      models: {
        ...{ timeoutMs: 120_000, structuredOutputs: false },
        ...{ maxSummaryCharacters: 24_000, maxRequests: 8 },
      },
      fallback: null,
      prices: {},
      currency: 'USD',
      limits: { tokensPerDay: null, costPerDay: null, ownerTokensPerDay: null },
      slots: 8,
      rules: { threads: 2, timeoutMs: 20_000 },
      transcriptStyle: 'clean',
    });
    expect(config.engineSettings).toEqual(modelSettings);
    expect(languageEngineNames(ENGINES, config)).toMatchObject({
      default: 'openai-compatible',
      available: ['builtin', 'openai-compatible'],
    });
  });

  it('lets tasks request a configured model even when the builtin engine is the default', () => {
    const namesOf = (env: Record<string, string>) =>
      languageEngineNames(ENGINES, loadConfig(ENGINES, env));
    const model = { AFTERWORD_LANGUAGE_BASE_URL: 'http://127.0.0.1:1/v1' };
    expect(namesOf(model).available).toEqual(['builtin']);
    expect(namesOf({ ...model, AFTERWORD_LANGUAGE_MODEL: 'llama' })).toMatchObject({
      default: 'builtin',
      available: ['builtin', 'openai-compatible'],
    });
  });

  it('names an engine for each task type, and every model that a setting names once', () => {
    const env = {
      AFTERWORD_LANGUAGE_ENGINE: 'ollama:llama3.1:8b',
      AFTERWORD_SUMMARY_ENGINE: 'anthropic:claude-sonnet-4-5',
      AFTERWORD_CORRECTION_ENGINE: 'builtin',
      AFTERWORD_LANGUAGE_MODELS: ' openai:gpt-5-mini,ollama:llama3.1:8b , ',
      AFTERWORD_ANTHROPIC_API_KEY: 'one',
      AFTERWORD_OPENAI_API_KEY: 'two',
    };
    expect(languageEngineNames(ENGINES, loadConfig(ENGINES, env))).toEqual({
      default: 'ollama:llama3.1:8b',
      available: [
        'builtin',
        'openai:gpt-5-mini',
        'anthropic:claude-sonnet-4-5',
        'ollama:llama3.1:8b',
      ],
      ofType: {
        correction: 'builtin',
        summary: 'anthropic:claude-sonnet-4-5',
        significance: 'ollama:llama3.1:8b',
        agent_report: 'ollama:llama3.1:8b',
      },
    });
  });

  it.each([
    ['AFTERWORD_LANGUAGE_ENGINE', 'parrot:1'],
    ['AFTERWORD_LANGUAGE_ENGINE', 'openai'],
    ['AFTERWORD_LANGUAGE_ENGINE', 'openai:'],
    ['AFTERWORD_LANGUAGE_ENGINE', 'OpenAI:gpt-5'],
    ['AFTERWORD_SUMMARY_ENGINE', 'builtin:rules'],
    ['AFTERWORD_CORRECTION_ENGINE', 'google:two words'],
    ['AFTERWORD_LANGUAGE_MODELS', 'ollama:llama3.1,parrot:1'],
  ])('refuses %s with %j, and says which providers there are', (name, engine) => {
    const faults = faultsOf({ [name]: engine });
    expect(faults).toEqual([expect.stringContaining(name)]);
    expect(faults[0]).toContain('openai-compatible, openai, anthropic, google, ollama');
  });

  it.each([
    [{ AFTERWORD_LANGUAGE_ENGINE: 'openai:gpt-5' }, 'AFTERWORD_OPENAI_API_KEY'],
    [{ AFTERWORD_SUMMARY_ENGINE: 'anthropic:claude' }, 'AFTERWORD_ANTHROPIC_API_KEY'],
    [{ AFTERWORD_LANGUAGE_MODELS: 'google:gemini' }, 'AFTERWORD_GOOGLE_API_KEY'],
    [{ AFTERWORD_LANGUAGE_ENGINE: 'openai-compatible:x' }, 'AFTERWORD_LANGUAGE_BASE_URL'],
  ])('refuses %j without %s, and says why it is needed', (named, missing) => {
    const [[setting, engine] = ['', '']] = Object.entries(named);
    expect(faultsOf(named)).toEqual([`${missing}: is needed when ${setting} is ${engine}`]);
  });

  it('reads prices and limits of models', () => {
    const { language } = loadConfig(ENGINES, {
      AFTERWORD_LANGUAGE_PRICES: 'openai:gpt-5-mini=0.25/2, ollama:llama3.1:8b=0/0,',
      AFTERWORD_LANGUAGE_CURRENCY: 'EUR',
      AFTERWORD_LANGUAGE_TOKENS_PER_DAY: '500000',
      AFTERWORD_LANGUAGE_COST_PER_DAY: '2.50',
      AFTERWORD_OWNER_MAX_TOKENS_PER_DAY: '1000',
      AFTERWORD_LANGUAGE_FALLBACK: 'builtin',
    });
    expect(language).toMatchObject({
      prices: {
        'openai:gpt-5-mini': { input: '0.25', output: '2' },
        'ollama:llama3.1:8b': { input: '0', output: '0' },
      },
      currency: 'EUR',
      limits: { tokensPerDay: 500_000, costPerDay: '2.50', ownerTokensPerDay: 1_000 },
      fallback: 'builtin',
    });
  });

  it.each([
    ['AFTERWORD_LANGUAGE_PRICES', 'openai:gpt-5-mini=0.25'],
    ['AFTERWORD_LANGUAGE_PRICES', 'gpt-5-mini=0.25/2'],
    ['AFTERWORD_LANGUAGE_PRICES', 'openai:gpt-5-mini=-1/2'],
    ['AFTERWORD_LANGUAGE_COST_PER_DAY', '-1'],
    ['AFTERWORD_LANGUAGE_COST_PER_DAY', '2,50'],
    ['AFTERWORD_LANGUAGE_CURRENCY', 'euros'],
    ['AFTERWORD_SPEECH_LANGUAGE', 'german'],
    ['AFTERWORD_SPEECH_LANGUAGE', 'xx'],
  ])('refuses %s of %j', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringMatching(`^${name}: `)]);
  });

  it('names the speech models that tasks may request, folders by their base name', () => {
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

  it('refuses two speech models with the same name', () => {
    const faults = faultsOf({ AFTERWORD_SPEECH_MODELS: '/models/ours,./other/ours' });
    expect(faults).toEqual([expect.stringMatching(/^AFTERWORD_SPEECH_MODELS: .*one name$/)]);
  });

  it('takes models of services, which tasks request as provider:model', () => {
    const config = loadConfig(ENGINES, {
      AFTERWORD_SPEECH_MODEL: 'openai-compatible:whisper-1',
      AFTERWORD_SPEECH_MODELS: 'small, openai-compatible:org/other:v2, ./models/a:b',
      AFTERWORD_SPEECH_BASE_URL: 'http://127.0.0.1:8000/v1',
      AFTERWORD_SPEECH_PRICES: 'openai-compatible:whisper-1=0.006, openai-compatible:a:b=1',
    });
    expect(speechEngineNames(ENGINES, config)).toEqual({
      default: 'openai-compatible:whisper-1',
      available: ['openai-compatible:whisper-1', 'small', 'openai-compatible:org/other:v2', 'a:b'],
    });
    expect(config.speech.models.map(({ service }) => service?.model ?? null)).toEqual([
      ...['whisper-1', null, 'org/other:v2', null],
    ]);
    expect(config.speech.services.prices).toEqual({
      'openai-compatible:whisper-1': '0.006',
      'openai-compatible:a:b': '1',
    });
  });

  it.each([
    [
      'AFTERWORD_SPEECH_MODEL',
      'openai-compatible:whisper-1',
      /^AFTERWORD_SPEECH_BASE_URL: is needed/,
    ],
    [
      'AFTERWORD_SPEECH_MODELS',
      'small,openai-compatible:x',
      /^AFTERWORD_SPEECH_BASE_URL: is needed/,
    ],
    ['AFTERWORD_SPEECH_MODEL', 'somebody:whisper-1', /^AFTERWORD_SPEECH_MODEL: must be .*provider/],
    ['AFTERWORD_SPEECH_MODEL', 'openai-compatible:', /^AFTERWORD_SPEECH_MODEL: must be/],
    ['AFTERWORD_SPEECH_MODELS', 'openai-compatible:a b', /^AFTERWORD_SPEECH_MODELS.*: must be/],
    ['AFTERWORD_SPEECH_PRICES', 'whisper-1=0.006', /^AFTERWORD_SPEECH_PRICES: .*whisper-1=0.006/],
    ['AFTERWORD_SPEECH_PRICES', 'openai:whisper-1=-1', /^AFTERWORD_SPEECH_PRICES: /],
    ['AFTERWORD_SPEECH_AUDIO_FORMAT', 'amr', /^AFTERWORD_SPEECH_AUDIO_FORMAT: /],
  ])('refuses %s of %j', (name, value, fault) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringMatching(fault)]);
  });

  it('requires the model settings of the default engine, and reports other faults as well', () => {
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
    ['AFTERWORD_OPENAI_API_KEY', 's3cret key'],
    ['AFTERWORD_OLLAMA_BASE_URL', 'http://ada:s3cret@127.0.0.1:11434'],
  ])('does not reveal a secret when %s is invalid', (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toEqual([expect.stringMatching(`^${name}: `)]);
    expect(faults.join()).not.toContain('s3cret');
  });

  it('reports all faults at once', () => {
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

  it('refuses an unknown AFTERWORD_ name, and ignores other names', () => {
    expect(faultsOf({ AFTERWORD_PROT: '1' })).toEqual(['AFTERWORD_PROT: there is no such setting']);
    expect(faultsOf({ PROT: '1', PATH: '/usr/bin' })).toEqual([]);
  });

  it('treats an empty value as not set', () => {
    expect(loadConfig(ENGINES, { AFTERWORD_PORT: '', AFTERWORD_DATABASE_URL: '' })).toEqual(
      loadConfig(ENGINES, {}),
    );
  });

  it.each(['0', '-1', '1.5', '65536', 'NaN', ' ', '0x10000'])('refuses the port %j', (port) => {
    expect(faultsOf({ AFTERWORD_PORT: port })).toHaveLength(1);
  });

  it('does not reveal the password in an invalid URL', () => {
    const faults = faultsOf({ AFTERWORD_DATABASE_URL: 'mysql://ada:s3cret@db.example/x' });
    expect(faults).toHaveLength(1);
    expect(faults.join()).not.toContain('s3cret');
  });

  it.each(Object.entries(allSettings(ENGINES)))('has a description of %s', (name, setting) => {
    expect(name).toMatch(/^AFTERWORD_[A-Z0-9_]+$/);
    expect(setting.description).toMatch(/^[A-Z].*\.$/);
  });
});
