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

/** Output of the sequential pass. */
const passSchema = z.object({ seconds: z.number(), text: z.string(), peakMiB: z.number() });

/** The result of transcribing a recording once. */
interface Pass {
  readonly seconds: number;
  readonly words: WordErrors;
  readonly peakMiB: number;
}

/**
 * Varied speech through the whole product, compared with one sequential pass of faster-whisper with
 * all cores and its default settings; both run alternately.
 * @param minutes length of the recording
 */
export async function speechBench(minutes: number): Promise<BenchRow> {
  const stack = await startStack();
  try {
    const ours: Pass[] = [];
    const raw: Pass[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // A new recording for each round, because stored chunks are not decoded again.
      const file = path.join(stack.dataFolder, `long-${round}.wav`);
      const audio = await makeLongAudio(file, minutes, round + 1);
      ours.push(await throughTheProduct(stack, audio));
      raw.push(await sequentially(audio));
    }
    return rowOf(minutes, ours, raw);
  } finally {
    await stack.stop();
  }
}

function rowOf(minutes: number, ours: readonly Pass[], raw: readonly Pass[]): BenchRow {
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
    aim: '≤ 0.62',
    met: ratio <= 0.62,
    remarks: [described('ours', ours), described('raw', raw)],
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

async function throughTheProduct(stack: Stack, audio: LongAudio): Promise<Pass> {
  const api = new ApiClient(stack.baseUrl);
  const { id } = await api.createConversation('Benchmark');
  const { task } = await api.upload(id, audio.path);
  const done = await completed(api, task.id);
  const heard = textOf(await api.transcript(id));
  const [, speech] = treeOf(pidOf('worker', stack));
  return {
    seconds: (done.durationMs ?? 0) / 1000,
    words: wordErrorRate(audio.text, heard),
    peakMiB: await peakMiBOf(speech?.pid ?? 0),
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

/** Peak memory of a process. */
async function peakMiBOf(pid: number): Promise<number> {
  return eventually(async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  });
}
