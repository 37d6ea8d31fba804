import { spawnSync } from 'node:child_process';
import { findDates } from './dates.ts';
import { HOSTILE_PIECES, hostileText } from './hostile-texts.fixture.ts';
import { cpuMsOf } from '../../../../test/support/cpu-time.ts';

const LENGTH = 20_000;

/** The shortest of several runs, because others share the machine. */
const timeMs = (text: string) => cpuMsOf(() => findDates(text, '2026-11-26'));

describe('what it costs to find dates', () => {
  it.each(HOSTILE_PIECES)('takes time in proportion to a text of %j', (piece) => {
    const once = timeMs(hostileText(piece, LENGTH));
    const twice = timeMs(hostileText(piece, 2 * LENGTH));
    expect(once).toBeLessThan(500);
    expect(twice).toBeLessThan(3 * once + 30);
  });
});

describe('the time zone of the machine', () => {
  const texts = [
    'tomorrow',
    '20 December',
    '15 December',
    'in two weeks',
    'next Friday',
    '3 March',
  ];
  const script = `
    import { findDates } from ${JSON.stringify(new URL('./dates.ts', import.meta.url).href)};
    const texts = ${JSON.stringify(texts)};
    console.log(JSON.stringify(texts.map((text) => findDates(text, '2026-12-20')[0].on.date)));`;

  it.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Pacific/Apia', 'Africa/Cairo'])(
    'has no influence: %s',
    (zone) => {
      const { stdout } = spawnSync(
        process.execPath,
        ['--no-warnings', '--conditions=afterword-source', '--input-type=module', '-e', script],
        { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
      );
      expect(JSON.parse(stdout)).toEqual([
        '2026-12-21',
        '2026-12-20',
        '2026-12-15',
        '2027-01-03',
        '2026-12-25',
        '2027-03-03',
      ]);
    },
  );
});
