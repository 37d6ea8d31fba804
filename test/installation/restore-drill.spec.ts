import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BackupPage, Conversation, Task, Transcript } from '#contracts/api';
import { ApiClient, textOf } from '../support/api-client.ts';
import { startStack, type Stack } from '../support/stack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SAMPLE = 'samples/02-tom.mp3';
const run = promisify(execFile);

/** The commands of `docs/operations.md` for a new machine, without `npm run afterword --`. */
function documentedCommands(): readonly string[] {
  const document = readFileSync('docs/operations.md', 'utf8');
  const [, section = ''] = document.split('### Restoring on a new machine');
  const [, commands = ''] = /```sh\n([^`]*)\n```/.exec(section) ?? [];
  return commands.split('\n').map((line) => line.replace('npm run afterword -- ', ''));
}

/** The arguments of a command line; what is in quotes is one of them. */
function argumentsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

describe('restoring on a new machine, by the documented commands', () => {
  let place: string;
  let old: { readonly id: string; readonly text: string; readonly backupId: string };
  let machine: Stack;
  let api: ApiClient;

  beforeAll(async () => {
    place = await temporaryFolder('place');
    const settings = { AFTERWORD_BACKUP_PLACE: place };
    old = await onTheOldMachine(settings);
    machine = await startStack(settings);
    api = new ApiClient(machine.baseUrl);
  });
  afterAll(async () => {
    await machine.stop();
    await rm(place, { recursive: true });
  });

  /** An installation that is backed up and then lost, with its data folder. */
  async function onTheOldMachine(settings: Readonly<Record<string, string>>) {
    const stack = await startStack(settings);
    const client = new ApiClient(stack.baseUrl);
    const { id } = await client.createConversation('Launch planning');
    const { task } = await client.upload(id, SAMPLE);
    await client.until(task.id, 'completed');
    await client.settled(id);
    const text = textOf(await client.transcript(id));
    const backup = await client.send<Task>('POST', '/backups', { force: true });
    await client.until(backup.id, 'completed');
    const { items } = await client.json<BackupPage>('/backups');
    await stack.stop();
    return { id, text, backupId: items[0]?.id ?? '' };
  }

  const afterword = async (command: string): Promise<string> => {
    const args = argumentsOf(command.replaceAll('bkp_…', old.backupId));
    const env = { ...process.env, ...machine.settings };
    const program = ['dist/apps/cli/src/main.js', ...args];
    return (await run(process.execPath, program, { env })).stdout;
  };

  it('lists the backup, says what would change, restores it, and checks the data', async () => {
    const [backups = '', dryRun = '', restore = '', check = '', ...others] = documentedCommands();
    expect(others).toEqual([]);
    await api.createConversation('Made on the new machine by mistake');
    expect(await afterword(backups)).toContain(old.backupId);
    expect(await afterword(dryRun)).toMatch(/conversations +1, the newest/);
    expect(await conversations()).toEqual(['Made on the new machine by mistake']);
    await afterword(restore);
    expect(await afterword(check)).toContain('The data is what the change log says.');
  });

  it('has everything: words, summary and recordings, and the restore point with the rest', async () => {
    expect(await conversations()).toEqual(['Launch planning']);
    const transcript = await api.json<Transcript>(`/conversations/${old.id}/transcript`);
    expect(textOf(transcript)).toBe(old.text);
    expect((await api.summary(old.id)).current).toBe(true);
    const { clips } = await api.conversation(old.id);
    const audio = await api.fetch(`/conversations/${old.id}/clips/${clips[0]?.id}/audio`);
    expect(Buffer.from(await audio.arrayBuffer())).toEqual(readFileSync(SAMPLE));
    expect((await api.json<BackupPage>('/backups')).items).toHaveLength(2);
  });

  it('goes on working', async () => {
    await api.say(old.id, { speaker: 'Ada', text: 'We are back, and we launch in April.' });
    expect((await api.settled(old.id)).current).toBe(true);
    const again = await api.send<Task>('POST', '/backups', { force: true });
    await api.until(again.id, 'completed');
  });

  async function conversations(): Promise<readonly string[]> {
    const page = await api.json<{ items: Conversation[] }>('/conversations');
    return page.items.map(({ title }) => title);
  }
});
