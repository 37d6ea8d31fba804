import path from 'node:path';
import { formatFile } from '../audio-files.ts';
import { makeLongAudio } from '../long-audio.ts';
import type { SpokenText } from '#contracts/model';
import type { ChaosPlan } from './chaos-plan.ts';

/** One request in one conversation. */
export interface TalkStep {
  /** Index of the conversation. */
  readonly talk: number;
  /** Idempotency key of the request. */
  readonly key: string;
  /** Typed turns, or the path of a file to upload. */
  readonly content: readonly SpokenText[] | string;
}

/** Short recordings, all with different bytes. */
const SHORT_CLIPS = [
  ...['01-nora', '02-tom', '03-nora', '04-tom', '05-nora', '06-tom'].map((name) =>
    path.resolve(import.meta.dirname, '../../../samples', `${name}.mp3`),
  ),
  ...['sentence.mp3', 'sentence.flac', 'sentence.webm', 'sentence.m4a'].map(formatFile),
];
const LONG_CLIP_MINUTES = 1;
const WORTH = ['pivotal', 'notable', 'minor'];

/**
 * Writes the script: one slice per kill, so that each kill finds work in flight. The same plan gives
 * the same script. The slice of a kill of the speech process has a recording of a minute.
 * @param folder for the generated recordings
 */
export async function writeTalkScript(
  plan: ChaosPlan,
  folder: string,
): Promise<readonly (readonly TalkStep[])[]> {
  const steps = Array.from({ length: plan.exchanges }, (_, round) =>
    Array.from({ length: plan.conversations }, (_talk, talk) => typed(talk, round)),
  ).flat();
  const clips = await longClips(plan, folder);
  const perSlice = Math.ceil(steps.length / plan.kills);
  return plan.order.map((_kill, at) => [
    ...[clips.get(at) ?? []].flat(),
    ...steps.slice(at * perSlice, (at + 1) * perSlice),
    ...shortClip(at, plan),
  ]);
}

/** Every text is unique, so that no stored model answer is reused. */
function typed(talk: number, round: number): TalkStep {
  const what = WORTH[(talk + round) % WORTH.length] ?? '';
  const ada = `In talk ${talk} the lawnch of number ${round} is ${what} to all of us.`;
  const tom = `I will write down point ${round} of talk ${talk}, as we decided.`;
  const turns = [{ speaker: 'Ada', text: ada }];
  if (round % 2 === 1) turns.push({ speaker: 'Tom', text: tom });
  return { talk, key: `round-${round}`, content: turns };
}

function shortClip(at: number, { conversations, shortClips }: ChaosPlan): readonly TalkStep[] {
  const content = SHORT_CLIPS.slice(0, shortClips)[at];
  return content ? [{ talk: (at + 3) % conversations, key: `short-${at}`, content }] : [];
}

async function longClips(
  { order, seed, conversations }: ChaosPlan,
  folder: string,
): Promise<ReadonlyMap<number, TalkStep>> {
  const clips = new Map<number, TalkStep>();
  for (const [at, { victim }] of order.entries()) {
    if (victim !== 'speech') continue;
    const content = path.join(folder, `long-${at}.wav`);
    await makeLongAudio(content, LONG_CLIP_MINUTES, seed + at);
    clips.set(at, { talk: at % conversations, key: `long-${at}`, content });
  }
  return clips;
}
