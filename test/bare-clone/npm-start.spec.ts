import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AfterwordProcess, ownSettings } from '../support/afterword-process.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const SET_UP_MS = 15 * 60_000;
const SECOND_START_MS = 30_000;
const SAMPLE_MS = 3 * 60_000;

declare global {
  /** Value of `AFTERWORD_BARE_CLONE`; set in jest.config.js. */
  var bareClone: string;
}

interface Page {
  readonly items: readonly {
    readonly id: string;
    readonly state: string;
    readonly title: string;
  }[];
}

/**
 * Where npm and pip find packages: in empty caches for a cold start. Otherwise in those of the user,
 * without asking the registry whether what they hold is current; the lock file says what is wanted.
 */
function cachesIn(folder: string): Record<string, string> {
  if (globalThis.bareClone !== 'cold') return { npm_config_prefer_offline: 'true' };
  const caches = path.join(folder, 'caches');
  return {
    npm_config_cache: path.join(caches, 'npm'),
    PIP_CACHE_DIR: path.join(caches, 'pip'),
  };
}

describe('a bare clone', () => {
  let clone = '';
  let settings: Record<string, string> = {};
  let afterword: AfterwordProcess;

  const npmStart = () =>
    new AfterwordProcess({ file: 'npm', args: ['start'], cwd: clone, env: settings });
  const get = async <Body = Page>(route: string): Promise<Body> => {
    const response = await fetch(`http://127.0.0.1:${settings['AFTERWORD_PORT']}${route}`);
    return (await response.json()) as Body;
  };
  /** Ids of the conversations, newest first. */
  const conversations = async () => (await get('/conversations')).items.map(({ id }) => id);
  let kept: readonly unknown[] = [];
  /** All tasks are completed, and no further one follows from them: the summary is current. */
  const isSettled = async (): Promise<void> => {
    const [sample] = (await get('/conversations')).items;
    const summary = await get<{ current?: boolean }>(`/conversations/${sample?.id}/summary`);
    expect(summary.current).toBe(true);
    const { items } = await get('/tasks');
    expect(items.map(({ state }) => state)).toEqual(items.map(() => 'completed'));
  };

  beforeAll(async () => {
    clone = await temporaryFolder('bare-clone');
    execFileSync('git', [
      'clone',
      '--quiet',
      '--no-local',
      '--depth',
      '1',
      `file://${PROJECT}`,
      clone,
    ]);
    settings = await ownSettings(path.join(clone, 'data'));
    for (const setting of [
      'AFTERWORD_BACKUP_TOOLS_FOLDER',
      'AFTERWORD_TEMPORAL_CLI',
      'AFTERWORD_SPEECH_MODEL',
      'AFTERWORD_SPEECH_PYTHON',
    ]) {
      settings[setting] = '';
    }
    Object.assign(settings, cachesIn(clone));
    afterword = npmStart();
  });
  afterAll(async () => {
    await afterword.killAll();
    await afterword.isGone();
    await rm(clone, { recursive: true, force: true });
  });

  it('runs set-up, starts, and transcribes the sample', async () => {
    await afterword.ready(SET_UP_MS);
    await afterword.prints('is being transcribed');
    await eventually(isSettled, SAMPLE_MS);
    const [sample] = (await get('/projects')).items;
    kept = await conversations();
    expect(kept.length).toBeGreaterThan(1);
    const document = await get(`/projects/${sample?.id}/documents`);
    expect(document.items).toMatchObject([{ state: 'read' }]);
  });

  it('exits on Ctrl-C with exit code 0 and leaves no process', async () => {
    expect(await afterword.end('SIGINT')).toBe(0);
    await afterword.isGone();
  });

  it('starts a second time within seconds and keeps its data', async () => {
    afterword = npmStart();
    await afterword.ready(SECOND_START_MS);
    expect(await conversations()).toEqual(kept);
    await isSettled();
    expect(await afterword.end('SIGTERM')).toBe(0);
    await afterword.isGone();
  });
});
