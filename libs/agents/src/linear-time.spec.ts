import { itTakesLinearTime } from '../../../test/support/linear-time.ts';
import { AGENTS } from './catalogue.ts';
import { checkDrafts } from './evidence/check-drafts.ts';
import { talkOf } from './sources/talk.ts';

/** A line of a source may be longer; the readers of its parts are measured with longer ones. */
const LENGTHS = { characters: 2_000, noticeableMs: 100 };
const CONTEXT = { currency: 'EUR', categories: [] };

const passageOf = (text: string) => ({
  before: [{ speaker: 'Tom', text, date: '2026-11-26' }],
  lines: [{ speaker: 'Ada', text, date: '2026-11-26' }],
});

describe.each(AGENTS)('what $name reads, and the check of it', (agent) => {
  itTakesLinearTime((text) => {
    const passage = passageOf(text);
    return checkDrafts(agent.read(passage, CONTEXT), passage, CONTEXT, agent);
  }, LENGTHS);
});

describe('who has talked how much', () => {
  itTakesLinearTime((text) => talkOf([{ speaker: 'Ada', text, spokenMs: 0 }]), LENGTHS);
});
