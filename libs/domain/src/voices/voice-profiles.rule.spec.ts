import { describe, expect, it } from '@jest/globals';
import { isSpeakerLabel } from './speaker-labels.rule.ts';
import {
  FEWEST_WINDOWS,
  suggestNames,
  voiceCentroid,
  voiceCertainty,
} from './voice-profiles.rule.ts';

/** A window of a voice in a direction of the plane. @param length says nothing */
const at = (degrees: number, length = 1) => {
  const angle = (degrees * Math.PI) / 180;
  const embedding = Float32Array.of(Math.cos(angle) * length, Math.sin(angle) * length);
  return { startMs: 0, endMs: 1_500, embedding };
};
const windowsAt = (degrees: number) => Array.from({ length: FEWEST_WINDOWS }, () => at(degrees));
const profile = (name: string, degrees: number, engine = 'campplus') => ({
  ...{ id: `vpr_${name}`, name, engine },
  embedding: voiceCentroid(windowsAt(degrees)) ?? new Float32Array(0),
});
const voice = (degrees: number, voiceLabel = 'Speaker 2') => ({
  ...{ voiceLabel, engine: 'campplus', windows: windowsAt(degrees) },
});

describe('the middle of a voice', () => {
  it('is the direction of its windows, however loud each is', () => {
    const windows = [at(0, 9), at(0, 0.1), at(90, 0.1), at(90, 9)];
    const centroid = voiceCentroid(windows) ?? [];
    expect(centroid[0]).toBeCloseTo(Math.SQRT1_2, 5);
    expect(centroid[1]).toBeCloseTo(Math.SQRT1_2, 5);
  });

  it('is unknown where too little was heard', () => {
    expect(voiceCentroid(windowsAt(0).slice(1))).toBeNull();
    expect(voiceCentroid([])).toBeNull();
  });
});

describe('the names that voices may have', () => {
  const profiles = [profile('Grace', 0), profile('Tom', 80), profile('Grace', 30)];

  it('are those of the voices that are most alike', () => {
    const suggested = suggestNames([voice(20), voice(75, 'Speaker 3')], profiles, []);
    expect(suggested).toMatchObject([
      { voiceLabel: 'Speaker 2', name: 'Grace' },
      { voiceLabel: 'Speaker 3', name: 'Tom' },
    ]);
    expect(suggested[0]?.certainty).toBeGreaterThan(0.9);
  });

  it('are none where no voice is alike enough, or another network has heard it', () => {
    expect(suggestNames([voice(180)], profiles, [])).toEqual([]);
    expect(suggestNames([voice(0)], [profile('Grace', 0, 'other')], [])).toEqual([]);
    expect(suggestNames([{ ...voice(0), windows: [at(0)] }], profiles, [])).toEqual([]);
  });

  it('are never those that somebody has rejected; the next one may be', () => {
    const rejected = [{ voiceLabel: 'Speaker 2', name: 'Grace' }];
    expect(suggestNames([voice(40)], profiles, rejected)).toMatchObject([{ name: 'Tom' }]);
    expect(suggestNames([voice(0)], profiles, rejected)).toEqual([]);
    const ofAnother = [{ voiceLabel: 'Speaker 1', name: 'Grace' }];
    expect(suggestNames([voice(0)], profiles, ofAnother)).toMatchObject([{ name: 'Grace' }]);
  });

  it('are more certain the more alike the voices are, and never quite', () => {
    const certainties = [0.31, 0.45, 0.6, 1].map(voiceCertainty);
    expect(certainties).toEqual([...certainties].sort((a, b) => a - b));
    expect(certainties[0]).toBeCloseTo(0.5, 5);
    expect(certainties.at(-1)).toBe(0.99);
  });
});

describe('a label', () => {
  it.each([
    ['Speaker', true],
    ['Speaker 1', true],
    ['Speaker 23', true],
    ['Speaker One', false],
    ['Grace', false],
  ])('%s: %s', (name, is) => {
    expect(isSpeakerLabel(name)).toBe(is);
  });
});
