import { seededRandom } from '../../test/support/seeded-random.ts';

const RATE_HZ = 16_000;
/** Limits of the band of a telephone. */
const LOWEST_HZ = 300;
const HIGHEST_HZ = 3_400;
/** Samples on each side of the filter. */
const REACH = 200;
const BEAT_SAMPLES = RATE_HZ / 2;
/** Frequencies of a chord, as multiples of its root. */
const CHORD = [1, 1.26, 1.5, 2];
const HARMONICS = [1, 2, 3];

type Random = () => number;

/** Level in decibels of full scale: of the mean power. */
export function levelOf(samples: Float64Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return 10 * Math.log10(power);
}

/** The samples at a level, in decibels of full scale. */
export function atLevel(samples: Float64Array, levelDb: number): Float64Array {
  const gain = 10 ** ((levelDb - levelOf(samples)) / 20);
  return samples.map((sample) => sample * gain);
}

/** The samples with another sound beneath them, at a level relative to theirs. */
export function mixed(
  samples: Float64Array,
  make: (count: number, random: Random) => Float64Array,
  relativeDb: number,
): Float64Array {
  const random = seededRandom(samples.length);
  const beneath = atLevel(make(samples.length, random), levelOf(samples) + relativeDb);
  return samples.map((sample, number) => sample + (beneath[number] ?? 0));
}

/** White noise. */
export function noiseOf(count: number, random: Random): Float64Array {
  return Float64Array.from({ length: count }, () => random() + random() + random() - 1.5);
}

/** Chords that are struck twice a second. */
export function musicOf(count: number, random: Random): Float64Array {
  const samples = new Float64Array(count);
  for (let start = 0; start < count; start += BEAT_SAMPLES) {
    const rootHz = 220 * 2 ** (Math.floor(random() * 12) / 12);
    for (let n = start; n < Math.min(count, start + BEAT_SAMPLES); n += 1) {
      samples[n] = chordAt(rootHz, (n - start) / RATE_HZ);
    }
  }
  return samples;
}

function chordAt(rootHz: number, timeS: number): number {
  const tones = CHORD.flatMap((interval) =>
    HARMONICS.map((harmonic) => {
      const hz = rootHz * interval * harmonic;
      return Math.sin(2 * Math.PI * hz * timeS) / harmonic;
    }),
  );
  return tones.reduce((sum, tone) => sum + tone, 0) * Math.exp(-2 * timeS);
}

/** What a telephone lets through, by a windowed-sinc filter. */
export function phoneBandOf(samples: Float64Array): Float64Array {
  const taps = Array.from({ length: 2 * REACH + 1 }, (_, n) => tapAt(n - REACH));
  return samples.map((_sample, at) =>
    taps.reduce((sum, tap, n) => sum + tap * (samples[at + n - REACH] ?? 0), 0),
  );
}

const MU = 255;
/** Steps of a telephone's samples on each side of zero. */
const MU_LAW_STEPS = 127;

/** What comes out of a telephone: its band at half the rate, in µ-law (ITU-T G.711, as its formula). */
export function telephoneOf(samples: Float64Array): Float64Array {
  return phoneBandOf(samples)
    .filter((_sample, number) => number % 2 === 0)
    .map((sample) => {
      const size = Math.log1p(MU * Math.min(1, Math.abs(sample))) / Math.log1p(MU);
      const step = Math.round(size * MU_LAW_STEPS) / MU_LAW_STEPS;
      return (Math.sign(sample) * ((1 + MU) ** step - 1)) / MU;
    });
}

function tapAt(distance: number): number {
  const low = (hz: number) => {
    const share = (2 * hz) / RATE_HZ;
    return distance === 0 ? share : Math.sin(Math.PI * share * distance) / (Math.PI * distance);
  };
  const window = 0.54 + 0.46 * Math.cos((Math.PI * distance) / REACH);
  return (low(HIGHEST_HZ) - low(LOWEST_HZ)) * window;
}
