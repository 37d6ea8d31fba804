import { writeFile } from 'node:fs/promises';
import type { VoiceWindow } from '#contracts/model';
import { FEWEST_WINDOWS, suggestNames, voiceCentroid, type VoiceProfile } from '#domain';
import type { VoiceEngine } from '#engines';
import type { Voices } from '../../test/support/composed-conversation.ts';
import { floatWav } from '../../test/support/float-wav.ts';
import { phoneBandOf } from './sounds.ts';

/** Largest shares that are accepted, of voices that are recorded alike. */
const MOST_FALSE = 0.01;
const MOST_MISSED = 0.05;

/** A clip of a voice, as it was heard. */
interface HeardClip {
  readonly speaker: string;
  readonly clip: number;
  readonly windows: readonly VoiceWindow[];
}

/** How often names are suggested that are wrong, and are not suggested that are right. */
interface Rates {
  readonly falselyAccepted: number;
  readonly missed: number;
  readonly strangers: number;
  readonly known: number;
}

/** Whether the rates are as small as they were, and the rates, with the same recording and over a telephone. */
export interface ProfileScores {
  readonly met: boolean;
  readonly plain: Rates;
  readonly phone: Rates;
}

/**
 * Learns each committed clip as a named voice, and listens to all other clips: those of the same speaker should have the
 * name suggested, those of others should not. The same with the other clips limited to the band of a telephone.
 * @param file where a sound may be written for the engine
 */
export async function evaluateProfiles(
  engine: VoiceEngine,
  voices: Voices,
  file: string,
): Promise<ProfileScores> {
  const plain = await heardClips(engine, voices, file, (samples) => samples);
  const phone = await heardClips(engine, voices, file, phoneBandOf);
  const scores = { plain: ratesOf(plain, plain), phone: ratesOf(plain, phone) };
  console.log('');
  console.log('named voices      false names        missed');
  for (const [name, rates] of Object.entries(scores)) console.log(name.padEnd(16), shown(rates));
  const { falselyAccepted, missed } = scores.plain;
  return { met: falselyAccepted <= MOST_FALSE && missed <= MOST_MISSED, ...scores };
}

async function heardClips(
  engine: VoiceEngine,
  voices: Voices,
  file: string,
  as: (samples: Float64Array) => Float64Array,
): Promise<readonly HeardClip[]> {
  const heard: HeardClip[] = [];
  for (const [speaker, clips] of voices) {
    for (const [clip, samples] of clips.entries()) {
      await writeFile(file, floatWav(as(samples), 16_000));
      const range = { startMs: 0, endMs: Math.floor(samples.length / 16) };
      const call = { signal: new AbortController().signal };
      const { windows } = await engine.voices({ path: file, ...range }, call);
      if (windows.length >= FEWEST_WINDOWS) heard.push({ speaker, clip, windows });
    }
  }
  return heard;
}

function ratesOf(learned: readonly HeardClip[], heard: readonly HeardClip[]): Rates {
  const trials = learned.flatMap((one) =>
    heard
      .filter(({ speaker, clip }) => speaker !== one.speaker || clip !== one.clip)
      .map((other) => ({
        isSame: one.speaker === other.speaker,
        isNamed: suggestNames([voiceOf(other)], profilesOf(one), []).length > 0,
      })),
  );
  const known = trials.filter(({ isSame }) => isSame);
  const strangers = trials.filter(({ isSame }) => !isSame);
  return {
    falselyAccepted: strangers.filter(({ isNamed }) => isNamed).length / strangers.length,
    missed: known.filter(({ isNamed }) => !isNamed).length / known.length,
    ...{ strangers: strangers.length, known: known.length },
  };
}

function profilesOf({ speaker, windows }: HeardClip): readonly VoiceProfile[] {
  const embedding = voiceCentroid(windows);
  return embedding === null ? [] : [{ id: speaker, name: speaker, engine: 'voices', embedding }];
}

function voiceOf({ windows }: HeardClip) {
  return { voiceLabel: 'Speaker 1', engine: 'voices', windows };
}

function shown({ falselyAccepted, missed, strangers, known }: Rates): string {
  return `${percent(falselyAccepted)} of ${strangers}   ${percent(missed)} of ${known}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(7);
}
