import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Task } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import { speechModelFolder } from '../../libs/engines/src/speech/faster-whisper/model-folder.ts';
import { ApiClient, textOf } from '../../test/support/api-client.ts';
import { eventually } from '../../test/support/eventually.ts';
import { makeLongAudio, type LongAudio } from '../../test/support/long-audio.ts';
import { treeOf } from '../../test/support/process-tree.ts';
import { pidOf, startStack, type Stack } from '../../test/support/stack.ts';
import { wordErrorRate, type WordErrors } from '../../test/support/word-error-rate.ts';
import { median } from '../lib/measure.ts';
import type { BenchRow } from '../lib/row.ts';

const ROUNDS = 3;
const LOOK_EVERY_MS = 1_000;
/** What a speech process may hold. */
const MOST_MIB = 1_024;
/** Seeds of recordings whose speakers are told apart, so that no chunk of them is stored already. */
const TOLD_SEED = 1_000;

/** Output of the sequential pass. */
const passSchema = z.object({ seconds: z.number(), text: z.string(), peakMiB: z.number() });

/** The result of transcribing a recording once. */
interface Pass {
  readonly seconds: number;
  readonly words: WordErrors;
  /** Of the process that transcribes. */
  readonly peakMiB: number;
}

/** The same with speakers told apart. */
interface ToldPass extends Pass {
  /** Of the process that embeds voices. */
  readonly voicesMiB: number;
}

/**
 * Varied speech through the whole product, compared with one sequential pass of faster-whisper with
 * all cores and its default settings; both run alternately. In each round another recording has its speakers told apart.
 * @param minutes length of the recording
 */
export async function speechBench(minutes: number): Promise<BenchRow> {
  const stack = await startStack();
  try {
    const ours: Pass[] = [];
    const told: ToldPass[] = [];
    const raw: Pass[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // A new recording for each round, because stored chunks are not decoded again.
      const make = (seed: number) =>
        makeLongAudio(path.join(stack.dataFolder, `long-${seed}.wav`), minutes, seed);
      const audio = await make(round + 1);
      ours.push(await throughTheProduct(stack, audio, 'off'));
      raw.push(await sequentially(audio));
      const pass = await throughTheProduct(stack, await make(TOLD_SEED + round), 'on');
      told.push({ ...pass, voicesMiB: await peakMiBOf(stack, '--voices') });
    }
    return rowOf(minutes, { ours, told, raw });
  } finally {
    await stack.stop();
  }
}

interface Passes {
  readonly ours: readonly Pass[];
  readonly told: readonly ToldPass[];
  readonly raw: readonly Pass[];
}

function rowOf(minutes: number, { ours, told, raw }: Passes): BenchRow {
  const peakMiB = Math.max(...[...ours, ...told].map((pass) => pass.peakMiB));
  const voicesMiB = Math.max(...told.map((pass) => pass.voicesMiB));
  const seconds = (passes: readonly Pass[]) => median(passes.map((pass) => pass.seconds));
  const ratio = seconds(ours) / seconds(raw);
  return {
    name: `${minutes} minutes of speech`,
    baseline: 'one sequential pass of faster-whisper with all cores',
    unit: 's',
    ours: seconds(ours),
    raw: seconds(raw),
    rounds: ROUNDS,
    ratio,
    aim: '≤ 0.62, each speech process ≤ 1 GiB',
    met: ratio <= 0.62 && peakMiB <= MOST_MIB && voicesMiB <= MOST_MIB,
    remarks: [
      described('ours', ours),
      described('raw', raw),
      `${described('ours with speakers told apart', told)}, voices peak ${voicesMiB.toFixed(0)} MiB`,
      `telling speakers apart: ${seconds(told).toFixed(1)} s instead of ${seconds(ours).toFixed(1)} s`,
    ],
  };
}

function described(name: string, passes: readonly Pass[]): string {
  const [first] = passes;
  if (!first) return name;
  const { heardWords, referenceWords, rate } = first.words;
  const peakMiB = Math.max(...passes.map((pass) => pass.peakMiB));
  const errors = `${(rate * 100).toFixed(1)} % word errors`;
  return `${name}: ${heardWords} of ${referenceWords} words, ${errors}, peak ${peakMiB.toFixed(0)} MiB`;
}

async function throughTheProduct(
  stack: Stack,
  audio: LongAudio,
  diarisation: 'on' | 'off',
): Promise<Pass> {
  const api = new ApiClient(stack.baseUrl);
  const { id } = await api.createConversation('Benchmark');
  const { task } = await api.uploadWith(id, audio.path, { speaker: 'Ada', diarisation });
  const done = await completed(api, task.id);
  const heard = textOf(await api.transcript(id));
  return {
    seconds: (done.durationMs ?? 0) / 1000,
    words: wordErrorRate(audio.text, heard),
    peakMiB: await peakMiBOf(stack, '--model'),
  };
}

/** Looks rarely: each look costs processor time, and the sequential pass is not watched either. */
async function completed(api: ApiClient, taskId: string): Promise<Task> {
  while (!isEnded((await api.task(taskId)).state)) await sleep(LOOK_EVERY_MS);
  return api.until(taskId, 'completed');
}

async function sequentially(audio: LongAudio): Promise<Pass> {
  const script = path.resolve('bench/speech/sequential_pass.py');
  const python = path.resolve('.toolchain/python/bin/python');
  const { stdout } = await promisify(execFile)(python, [script, modelFolder(), audio.path], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const { seconds, text, peakMiB } = passSchema.parse(JSON.parse(stdout));
  return { seconds, words: wordErrorRate(audio.text, text), peakMiB };
}

const modelFolder = () => speechModelFolder('tiny.en', path.resolve('.toolchain'));

/** Peak memory of the speech process that was started with an option. */
async function peakMiBOf(stack: Stack, option: string): Promise<number> {
  return eventually(async () => {
    const pid = await processWith(stack, option);
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  });
}

/** @throws Error when no process of the worker has the option */
async function processWith(stack: Stack, option: string): Promise<number> {
  for (const { pid } of treeOf(pidOf('worker', stack))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.split('\0').includes(option)) return pid;
  }
  throw new Error(`The worker has no process with ${option}.`);
}
