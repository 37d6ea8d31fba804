import { itTakesLinearTime } from '../../../../test/support/linear-time.ts';
import { TRANSCRIPT_FORMATS } from './formats.ts';
import { turnOf, transcriptOf } from './transcript.fixture.ts';

/** Half as long as a turn may be, and as long. They are written in the loop of the gateway. */
const LENGTHS = { characters: 10_000, noticeableMs: 50 };

describe.each(Object.entries(TRANSCRIPT_FORMATS))('a transcript as %s', (_name, { write }) => {
  itTakesLinearTime((text) => {
    const segment = { startMs: 0, endMs: 60_000, text, words: [] };
    return write(transcriptOf(turnOf('Ada', 60_000, segment)));
  }, LENGTHS);
});
