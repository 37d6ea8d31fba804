import { describe, expect, it } from '@jest/globals';
import { firstPart, recordingParts, speakerOfPart } from './recording-parts.rule.ts';

const trackOf = (number: number, channels = 1, codec: string | null = 'aac') => ({
  number,
  codec,
  channels,
  language: null,
  title: null,
});
const call = { track: 1, tracks: [trackOf(1, 2)] };
const film = { track: 2, tracks: [trackOf(1, 0, null), trackOf(2, 2), trackOf(3)] };

describe('the parts of a recording', () => {
  it('are its chosen track, mixed, without any other choice', () => {
    expect(recordingParts({}, call)).toEqual([{ track: 1, channel: null }]);
    expect(recordingParts({}, film)).toEqual([{ track: 2, channel: null }]);
    expect(recordingParts({ channels: 'mix', track: 3 }, film)).toEqual([
      { track: 3, channel: null },
    ]);
  });

  it('are the channels of its track when they are separate', () => {
    const both = [
      { track: 1, channel: 1 },
      { track: 1, channel: 2 },
    ];
    expect(recordingParts({ channels: 'separate' }, call)).toEqual(both);
    expect(recordingParts({ channels: 'separate', track: 3 }, film)).toEqual([
      { track: 3, channel: 1 },
    ]);
  });

  it('are all tracks that can be decoded, each with its channels if those are separate', () => {
    expect(recordingParts({ tracks: 'all' }, film)).toEqual([
      { track: 2, channel: null },
      { track: 3, channel: null },
    ]);
    expect(recordingParts({ tracks: 'all', channels: 'separate' }, film)).toEqual([
      { track: 2, channel: 1 },
      { track: 2, channel: 2 },
      { track: 3, channel: 1 },
    ]);
  });

  it('begin with the one that its own turn listens to', () => {
    expect(firstPart({})).toEqual({ track: null, channel: null });
    expect(firstPart({ channels: 'separate' })).toEqual({ track: null, channel: 1 });
    expect(firstPart({ tracks: 'all' })).toEqual({ track: 'first', channel: null });
    expect(firstPart({ track: 2, channels: 'separate' })).toEqual({ track: 2, channel: 1 });
  });

  it('have speakers who can be told apart', () => {
    const parts = recordingParts({ tracks: 'all', channels: 'separate' }, film);
    expect(parts.map((part) => speakerOfPart('Ada', part, parts))).toEqual([
      'Ada (track 2, channel 1)',
      'Ada (track 2, channel 2)',
      'Ada (track 3, channel 1)',
    ]);
    const sides = recordingParts({ channels: 'separate' }, call);
    expect(sides.map((part) => speakerOfPart('Ada', part, sides))).toEqual([
      'Ada (channel 1)',
      'Ada (channel 2)',
    ]);
    const [whole] = recordingParts({}, call);
    expect(whole && speakerOfPart('Ada', whole, [whole])).toBe('Ada');
  });
});
