import { describe, expect, it } from '@jest/globals';
import { readSrt } from '../imports/subtitle.readers.ts';
import { timedTurns, totalMs } from './timed-turns.ts';
import { srt } from './srt.format.ts';
import { importedTurnOf, saying, transcriptOf, turnOf, typedTurnOf } from './transcript.fixture.ts';

describe('turns that were imported with their times', () => {
  const ada = importedTurnOf('Ada', saying('We launch.', 1_000));
  const bob = importedTurnOf('Bob', saying('Good.', 5_000));
  const clip = turnOf('Tom', 2_000, saying('Later.', 500));

  it('are of one recording, so that each keeps its time', () => {
    const turns = [ada, bob, typedTurnOf('Ada', 'typed'), clip, ada];
    expect(timedTurns(transcriptOf(...turns)).map(({ offsetMs }) => offsetMs)).toEqual([
      ...[0, 0, 5_400, 5_400, 7_400],
    ]);
    expect(totalMs(transcriptOf(...turns))).toBe(7_400 + 1_900);
  });

  it('are written as subtitles with the times that they came with', () => {
    const written = srt.write(transcriptOf(ada, bob));
    expect(
      [...readSrt(written)].map(({ speaker, startMs, text }) => [speaker, startMs, text]),
    ).toEqual([
      ['Ada', 1_000, 'We launch.'],
      ['Bob', 5_000, 'Good.'],
    ]);
  });
});
