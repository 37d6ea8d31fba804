import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { VoiceWindow } from '#contracts/model';
import { speakerIn, speakersOf, speakerTurns, type SpeakerTurn } from '#domain';
import type { HeardVoices } from '#engines';
import { LocalVoiceEngine } from '../../libs/engines/src/voices/local-voice.engine.ts';
import {
  committedVoices,
  type ComposedConversation,
} from '../../test/support/composed-conversation.ts';
import { diarisationError } from '../../test/support/diarisation-error.ts';
import { localVoices } from '../../test/support/local-whisper.ts';
import { hearCase, type VoiceCase } from './heard-voices.ts';
import type { Evaluated } from './options.ts';
import { evaluateOverlaps } from './overlaps.ts';
import { phoneBandOf } from './sounds.ts';
import { evaluateProfiles } from './voice-profiles.ts';
import { thresholdClusters } from './threshold-clusters.ts';

const WORD_MS = 300;
const KEEP_RUNNING_MS = 60_000;
/** The middle of the thresholds that are recommended for this network. */
const THRESHOLD = 0.45;
/** Largest mean errors that are accepted. */
const MOST_WITHOUT_HINT = 0.05;
const MOST_WITH_HINT = 0.03;

const seconds = 90;
const CASES: readonly VoiceCase[] = [
  // No longer than their clips: a sound that is repeated often looks like a speaker of its own.
  { name: 'one', speakers: ['reader'], seconds: 20, seed: 1 },
  { name: 'one, Italian', speakers: ['carlo'], seconds: 22, seed: 1 },
  { name: 'one, 9 s', speakers: ['russian'], seconds: 9, seed: 2 },
  { name: 'one, 12 s', speakers: ['allison'], seconds: 12, seed: 3 },
  { name: 'two, 15 s', speakers: ['carlo', 'june'], seconds: 15, seed: 10 },
  { name: 'three, 25 s', speakers: ['allison', 'carlo', 'reader'], seconds: 25, seed: 11 },
  { name: 'two women', speakers: ['allison', 'june'], seconds, seed: 2 },
  { name: 'two', speakers: ['carlo', 'russian'], seconds, seed: 3 },
  { name: 'two, 5 to 1', speakers: ['allison', 'carlo'], weights: [5, 1], seconds, seed: 4 },
  { name: 'three', speakers: ['reader', 'sphinx', 'june'], seconds, seed: 5 },
  {
    name: 'three, overlaps',
    speakers: ['allison', 'carlo', 'reader'],
    overlaps: 0.3,
    seconds,
    seed: 6,
  },
  { name: 'four', speakers: ['allison', 'carlo', 'june', 'reader'], seconds: 120, seed: 7 },
  {
    name: 'five',
    speakers: ['allison', 'carlo', 'june', 'reader', 'russian'],
    seconds: 150,
    seed: 8,
  },
  { name: 'phone, two', speakers: ['carlo', 'june'], seconds, seed: 9, of: phoneBandOf },
];

/** The figures of one way to tell speakers apart. */
interface Score {
  readonly error: number;
  readonly speakers: number;
  /** Share of the words that are given to the right speaker. */
  readonly words: number;
}

/**
 * Composes conversations of committed real voices, tells who speaks when, and prints the diarisation error (collar
 * 0.25 s), the number of speakers, and the words given to the right speaker: with the estimated number of speakers, with
 * the right one as a hint, and for two baselines. Then it prints how often named voices are known, and
 * where two voices speak at once.
 * @returns whether the mean errors are as small as they were, and the figures of each recording
 */
export async function evaluateVoices(): Promise<Evaluated> {
  const folder = await mkdtemp(path.join(tmpdir(), 'afterword-eval-'));
  const engine = new LocalVoiceEngine(localVoices());
  // The engine keeps no program running that waits for it alone.
  const running = setInterval(() => undefined, KEEP_RUNNING_MS);
  try {
    const voices = await committedVoices();
    const file = path.join(folder, 'heard.wav');
    const rows: Score[][] = [];
    console.log(`${'recording'.padEnd(16)} error (words right, speakers found)`);
    for (const each of CASES) {
      const { heard, conversation } = await hearCase(engine, voices, each, file);
      rows.push(scoresOf(heard, conversation, each.speakers.length));
      console.log(each.name.padEnd(16), rows.at(-1)?.map(shown).join('  '));
    }
    const figures = rows.map((ways, at) => ({ name: CASES[at]?.name, ways }));
    const met = isGood(rows);
    const profiles = await evaluateProfiles(engine, voices, file);
    const overlaps = await evaluateOverlaps(engine, voices, file);
    return {
      met: met && profiles.met && overlaps.met,
      figures: [
        ...figures,
        { name: 'named voices', profiles },
        { name: 'two voices at once', overlaps },
      ],
    };
  } finally {
    clearInterval(running);
    await engine.close();
    await rm(folder, { recursive: true });
  }
}

function scoresOf(heard: HeardVoices, conversation: ComposedConversation, count: number): Score[] {
  const ways: readonly ((windows: readonly VoiceWindow[]) => readonly number[])[] = [
    (windows) => speakersOf(windows),
    (windows) => speakersOf(windows, { speakers: count }),
    (windows) => thresholdClusters(windows, THRESHOLD),
    (windows) => windows.map(() => 0),
  ];
  return ways.map((way) => {
    const speakers = way(heard.windows);
    const turns = speakerTurns(heard.regions, heard.windows, speakers);
    return scoreOf(turns, conversation, new Set(speakers).size);
  });
}

function scoreOf(
  turns: readonly SpeakerTurn[],
  { spoken }: ComposedConversation,
  speakers: number,
): Score {
  const { total, meant } = diarisationError(spoken, turns);
  // Words of equal length at their true times, so that no engine's errors of time count.
  const words = spoken.flatMap(({ startMs, endMs, speaker }) =>
    Array.from({ length: Math.floor((endMs - startMs) / WORD_MS) }, (_, n) => {
      const word = { startMs: startMs + n * WORD_MS, endMs: startMs + (n + 1) * WORD_MS };
      return meant.get(speakerIn(word, turns)) === speaker;
    }),
  );
  return { error: total, speakers, words: words.filter(Boolean).length / words.length };
}

function isGood(rows: readonly (readonly Score[])[]): boolean {
  const mean = (way: number) =>
    rows.reduce((sum, row) => sum + (row[way]?.error ?? 1), 0) / rows.length;
  const right = rows.filter(([found, hinted]) => found?.speakers === hinted?.speakers).length;
  const names = ['estimated', 'with the number', `threshold ${THRESHOLD}`, 'one speaker'];
  for (const [way, name] of names.entries())
    console.log(`${name.padEnd(16)} ${percent(mean(way))}`);
  console.log(`number of speakers right: ${right} of ${rows.length}`);
  return mean(0) <= MOST_WITHOUT_HINT && mean(1) <= MOST_WITH_HINT;
}

function shown({ error, words, speakers }: Score): string {
  return `${percent(error)} (${percent(words)}, ${speakers})`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(7);
}
