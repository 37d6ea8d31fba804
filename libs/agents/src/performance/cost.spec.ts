import type { ReportEntry } from '#contracts/model';
import { HOSTILE_PIECES, hostileText } from '../text/hostile-texts.fixture.ts';
import { dashboardOf, day, entry, quantity } from './compute/entry.fixture.ts';
import { performance as agent } from './performance.agent.ts';
import { cpuMsOf } from '../../../../test/support/cpu-time.ts';

/** The shortest of several runs, because others share the machine. */
function readMs(text: string): number {
  const line = { speaker: 'Ana', text, date: '2026-11-10' };
  const passage = { before: [], lines: [line] };
  return cpuMsOf(() => agent.read(passage, { currency: 'EUR', categories: [] }));
}

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
    const once = readMs(hostileText(piece, 10_000));
    const twice = readMs(hostileText(piece, 20_000));
    expect(once).toBeLessThan(1_000);
    expect(twice).toBeLessThan(3 * once + 100);
  });

  it('is in proportion to what is asked for in the lines of others', () => {
    const lines = (length: number) =>
      ['Ana', 'Tom', 'Eva', 'Lea', 'Ben'].map((speaker) => ({
        ...{ speaker, date: '2026-11-10', text: hostileText('Ben, please order it. ', length) },
      }));
    const readAll = (length: number) => () =>
      agent.read({ before: [], lines: lines(length) }, { currency: 'EUR', categories: [] });
    const once = cpuMsOf(readAll(10_000));
    expect(cpuMsOf(readAll(20_000))).toBeLessThan(3 * once + 100);
  });

  it('is in proportion to the number of entries', () => {
    const few = entriesOf(3_000);
    const many = entriesOf(6_000);
    const once = cpuMsOf(() => dashboardOf(few));
    const twice = cpuMsOf(() => dashboardOf(many));
    expect(twice).toBeLessThan(3 * once + 50);
  });
});
