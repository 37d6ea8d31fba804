import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { ApiClient, textOf } from '../support/api-client.ts';
import { makeLongAudio } from '../support/long-audio.ts';
import { treeOf } from '../support/process-tree.ts';
import { sharedStack } from '../support/shared-servers.ts';
import { pidOf, type StackPlace } from '../support/stack.ts';
import { wordErrorRate } from '../support/word-error-rate.ts';

const MINUTES = 6;
/** What the programs that work on audio may need in all. */
const AUDIO_LIMIT_MIB = 768;
/** What the worker and the gateway may need in addition to what they needed for the specs before this one. */
const GROWTH_LIMIT_MIB = 256;
const TIMEOUT_MS = 10 * 60_000;

let stack: StackPlace;

beforeAll(async () => {
  stack = await sharedStack();
});

it(
  'transcribes many minutes in bounded memory, without losing words',
  async () => {
    const audio = await makeLongAudio(path.join(stack.dataFolder, 'long.wav'), MINUTES, 5);
    const api = new ApiClient(stack.baseUrl);
    const { id } = await api.createConversation('Many minutes');
    const others = [pidOf('worker', stack), pidOf('gateway', stack)];
    const before = await Promise.all(others.map(memoryFromNowOn));
    const { task } = await api.upload(id, audio.path);
    const done = await api.until(task.id, 'completed', TIMEOUT_MS);
    expect(done.warnings).toEqual([]);

    const words = wordErrorRate(audio.text, textOf(await api.transcript(id)));
    expect(words.rate).toBeLessThan(0.15);
    expect(words.heardWords / words.referenceWords).toBeGreaterThan(0.96);

    const forAudio = others.flatMap((pid) => treeOf(pid).filter((each) => each.pid !== pid));
    expect(forAudio.length).toBeGreaterThanOrEqual(1);
    for (const { pid } of forAudio) expect(await peakMiBOf(pid)).toBeLessThan(AUDIO_LIMIT_MIB);
    for (const [index, pid] of others.entries()) {
      expect((await peakMiBOf(pid)) - (before[index] ?? 0)).toBeLessThan(GROWTH_LIMIT_MIB);
    }
  },
  TIMEOUT_MS,
);

/** The memory of a process, from which its peak counts anew. */
async function memoryFromNowOn(pid: number): Promise<number> {
  await writeFile(`/proc/${pid}/clear_refs`, '5');
  return peakMiBOf(pid);
}

/** Peak memory of a process. */
async function peakMiBOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const peakKiB = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
  expect(peakKiB).toBeGreaterThan(0);
  return peakKiB / 1024;
}
