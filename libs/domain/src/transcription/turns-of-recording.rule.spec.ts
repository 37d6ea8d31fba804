import { describe, expect, it } from '@jest/globals';
import type { HeardSegment } from '#contracts/model';
import { TurnsOfRecording } from './turns-of-recording.rule.ts';

/** A segment in which each word takes half a second. */
function heard(text: string, startMs: number, separator = ' '): HeardSegment {
  const words = text.split(separator).map((word, number) => ({
    startMs: startMs + number * 500,
    endMs: startMs + number * 500 + 500,
    text: word,
    confidence: 0.5,
  }));
  const shown = words.map((word) => word.text).join(separator === '|' ? '' : separator);
  const endMs = startMs + words.length * 500;
  return { startMs, endMs, text: shown, words, confidence: 0.9 };
}

describe('the turns of a recording', () => {
  const turns = new TurnsOfRecording('ada', [
    { turnId: 'bob', startMs: 2_000, endMs: 4_000 },
    { turnId: 'ada', startMs: 0, endMs: 2_000 },
    { turnId: 'ada again', startMs: 5_000, endMs: 6_000 },
  ]);
  const parts = (segment: HeardSegment) =>
    turns.partsOf(segment).map((part) => [part.turnId, part.segment.text]);

  it('get the segments of the one who began to speak last', () => {
    expect(parts(heard('We launch.', 100))).toEqual([['ada', 'We launch.']]);
    expect(parts(heard('Good.', 4_000))).toEqual([['bob', 'Good.']]);
    expect(parts(heard('Later on.', 60_000))).toEqual([['ada again', 'Later on.']]);
  });

  it('cut a segment in which the speaker changes, without losing a character', () => {
    const segment = heard('“We launch in March.” Good to hear.', 0);
    expect(parts(segment)).toEqual([
      ['ada', '“We launch in March.”'],
      ['bob', 'Good to hear.'],
    ]);
    const [first, second] = turns.partsOf(segment).map((part) => part.segment);
    expect(first).toMatchObject({ startMs: 0, endMs: 2_000, confidence: 0.5 });
    expect(second).toMatchObject({ startMs: 2_000, endMs: 3_500 });
    expect([...(first?.words ?? []), ...(second?.words ?? [])]).toEqual(segment.words);
  });

  it('cut texts without spaces between their words', () => {
    expect(parts(heard('我们|三月|发布|吧|很|好', 0, '|'))).toEqual([
      ['ada', '我们三月发布吧'],
      ['bob', '很好'],
    ]);
  });

  it('leave a segment whole when its words are not those of its text, or when it has none', () => {
    const other = { ...heard('We launch in March then.', 0), text: 'Something else.' };
    expect(parts(other)).toEqual([['ada', 'Something else.']]);
    expect(parts({ ...heard('We launch.', 1_800), words: [] })).toEqual([['bob', 'We launch.']]);
  });

  it('give what comes before all of them to the one who begins', () => {
    const late = new TurnsOfRecording('first', [{ turnId: 'bob', startMs: 9_000, endMs: 9_500 }]);
    expect(late.partsOf(heard('Hello.', 0))[0]?.turnId).toBe('bob');
  });

  it('give everything to the first when no times are known', () => {
    const untimed = new TurnsOfRecording('first', [{ turnId: 'bob', startMs: 0, endMs: 0 }]);
    expect(untimed.partsOf(heard('Hello there.', 0))).toMatchObject([{ turnId: 'first' }]);
  });
});
