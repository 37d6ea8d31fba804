import { itTakesLinearTime } from '../../../../test/support/linear-time.ts';
import { narrativesOf } from './memory.rule.ts';

/** Half as long as a turn may be, and as long. */
const LENGTHS = { characters: 10_000, noticeableMs: 60 };

describe('the narratives of memories', () => {
  itTakesLinearTime((text) => narrativesOf([{ speaker: 'Ada', text }]), LENGTHS);
});
