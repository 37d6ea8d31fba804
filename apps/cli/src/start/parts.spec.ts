import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENGINES } from '#engines/definitions';
import { loadConfig } from '#platform';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { foundSettings } from './found-settings.ts';
import { databaseAccess, partsOf } from './parts.ts';
import { wantedPorts } from './wanted-ports.ts';

const SERVERS = ['postgres', 'temporal'] as const;

describe('the parts of a start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await temporaryFolder('parts');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const configOf = (settings: Record<string, string> = {}) =>
    loadConfig(ENGINES, {
      AFTERWORD_DATA_FOLDER: folder,
      AFTERWORD_TEMPORAL_CLI: '/usr/bin/temporal',
      ...settings,
    });
  const namesOf = (settings: Record<string, string>, only: readonly (typeof SERVERS)[number][]) => {
    const config = configOf(settings);
    return partsOf(config, databaseAccess(config), only).map(({ name }) => name);
  };

  it('are the requested ones', () => {
    expect(namesOf({}, SERVERS)).toEqual(['postgres', 'temporal']);
    expect(namesOf({}, ['temporal'])).toEqual(['temporal']);
  });

  it('are no servers that are configured elsewhere', () => {
    expect(namesOf({ AFTERWORD_DATABASE_URL: 'postgresql://a@db/a' }, SERVERS)).toEqual([
      'temporal',
    ]);
    expect(namesOf({ AFTERWORD_TEMPORAL_ADDRESS: 'temporal:7233' }, SERVERS)).toEqual(['postgres']);
  });

  it('need the program of Temporal, and the build', () => {
    expect(() => namesOf({ AFTERWORD_TEMPORAL_CLI: '' }, ['temporal'])).toThrow(
      /no `temporal` program.*AFTERWORD_TEMPORAL_CLI/,
    );
    const config = configOf();
    expect(() => partsOf(config, databaseAccess(config), ['gateway'])).toThrow(/npm run build/);
  });

  it('are told where the built-in servers are', () => {
    const config = configOf({ AFTERWORD_DATABASE_PORT: '5000', AFTERWORD_TEMPORAL_PORT: '5001' });
    const access = databaseAccess(config);
    const password = access?.credentials.afterword;
    expect(foundSettings(config, access)).toMatchObject({
      AFTERWORD_DATABASE_URL: `postgresql://afterword:${password}@127.0.0.1:5000/afterword`,
      AFTERWORD_TEMPORAL_ADDRESS: '127.0.0.1:5001',
    });
    const url = 'postgresql://a@db/a';
    const elsewhere = configOf({ AFTERWORD_DATABASE_URL: url });
    const settings = foundSettings(elsewhere, databaseAccess(elsewhere));
    expect(settings).toMatchObject({ AFTERWORD_DATABASE_URL: url });
  });

  it('are told where the programs for backups are, independent of their working directory', () => {
    const config = configOf({ AFTERWORD_BACKUP_TOOLS_FOLDER: 'own/tools' });
    expect(foundSettings(config, null)).toMatchObject({
      AFTERWORD_BACKUP_TOOLS_FOLDER: path.resolve('own/tools'),
    });
    const none = configOf({ AFTERWORD_BACKUP_TOOLS_FOLDER: '' });
    expect(foundSettings(none, null)).not.toHaveProperty('AFTERWORD_BACKUP_TOOLS_FOLDER');
  });

  it('listen on loopback, but for the gateway when it is told to', () => {
    const config = configOf({
      AFTERWORD_HOST: '0.0.0.0',
      AFTERWORD_ALLOW_OPEN: 'true',
      AFTERWORD_PORT: '5002',
    });
    const ports = wantedPorts(config, ['postgres', 'temporal', 'worker', 'gateway']);
    expect(ports.map(({ host, setting }) => `${setting} ${host}`)).toEqual([
      'AFTERWORD_DATABASE_PORT 127.0.0.1',
      'AFTERWORD_TEMPORAL_PORT 127.0.0.1',
      'AFTERWORD_TEMPORAL_UI_PORT 127.0.0.1',
      'AFTERWORD_PORT 0.0.0.0',
    ]);
  });
});
