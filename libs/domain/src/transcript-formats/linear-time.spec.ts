import { itTakesLinearTime } from '../../../../test/support/linear-time.ts';
import { TRANSCRIPT_FORMATS } from './formats.ts';
import { turnOf, transcriptOf } from './transcript.fixture.ts';

/** A quarter of the length that a turn may have, and half of it. They are written in the loop of the gateway. */
const LENGTHS = { characters: 5_000, noticeableMs: 15 };

describe.each(Object.entries(TRANSCRIPT_FORMATS))('a transcript as %s', (_name, { write }) => {
  itTakesLinearTime((text) => {
    const segment = { startMs: 0, endMs: 60_000, text, words: [] };
    return write(transcriptOf(turnOf('Ada', 60_000, segment)));
  }, LENGTHS);
});
