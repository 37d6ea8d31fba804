import type { ReportEntry } from '#contracts/model';
import { HOSTILE_PIECES, hostileText } from '../text/hostile-texts.fixture.ts';
import { dashboardOf, day, entry, quantity } from './compute/entry.fixture.ts';
import { performance as agent } from './performance.agent.ts';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';

const NOTICEABLE_MS = 150;
const CONTEXT = { currency: 'EUR', categories: [] };

const reading = (speakers: readonly string[], text: string) => () => {
  const lines = speakers.map((speaker) => ({ speaker, text, date: '2026-11-10' }));
  return agent.read({ before: [], lines }, CONTEXT);
};

const WORDS = ['contract', 'venue', 'chairs', 'draft', 'tickets', 'logo', 'server', 'permit'];

/** Entries of all types about some hundred subjects that have words in common. */
function entriesOf(length: number): readonly ReportEntry[] {
  const types = ['goal', 'milestone', 'metric', 'commitment', 'blocker', 'risk', 'decision'];
  return Array.from({ length }, (_, index) => {
    const type = types[index % types.length] ?? '';
    const label = `${WORDS[index % 8]} ${WORDS[(index * 5) % 8]} ${index % 500}`;
    const status = type === 'commitment' ? (index % 2 === 0 ? 'open' : 'kept') : null;
    const value = type === 'metric' || type === 'goal' ? quantity(String(index)) : null;
    return entry(type, label, { status, value, on: day('2026-12-01') });
  });
}

describe('what the performance agent costs', () => {
  it.each([
    ...HOSTILE_PIECES,
    ...[
      'we want to reach 5 and ',
      'the the is moved to ',
      'Ben, please order it. ',
      'Tom, Ben and ',
    ],
    ...['Did you call them? ', "Who's doing it? ", 'I asked Lena to order it and she '],
    ...['without the key we ', '4 of the 5 ', 'on the 3rd, the show ', "it isn't on the 3rd, "],
    ...['the launch was moved by ', 'we lost another 5 more ', 'die Eröffnung wird um '],
    ...["the lock's moved from ", "I'll do it, you'll have it ", 'the pump is broken and we can '],
    ...['the goal is 5 tickets, no, ', 'I take the notes over ', 'How many tickets have we? '],
  ])('is in proportion to a text of %j', (piece) => {
    const lineOf = (length: number) => reading(['Ana'], hostileText(piece, length));
    expectLinearTime(lineOf(10_000), lineOf(20_000), NOTICEABLE_MS);
  });

  it('is in proportion to what is asked for in the lines of others', () => {
    const speakers = ['Ana', 'Tom', 'Eva', 'Lea', 'Ben'];
    const linesOf = (length: number) =>
      reading(speakers, hostileText('Ben, please order it. ', length));
    expectLinearTime(linesOf(10_000), linesOf(20_000), NOTICEABLE_MS);
  });

  it('is in proportion to the number of entries', () => {
    const dashboard = (length: number) => {
      const entries = entriesOf(length);
      return () => dashboardOf(entries);
    };
    expectLinearTime(dashboard(3_000), dashboard(6_000), NOTICEABLE_MS);
  });
});
