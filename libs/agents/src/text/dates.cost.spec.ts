import { spawnSync } from 'node:child_process';
import { findDates } from './dates.ts';
import { HOSTILE_PIECES, hostileText } from './hostile-texts.fixture.ts';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';

const LENGTH = 20_000;

const find = (text: string) => findDates(text, '2026-11-26');

describe('what it costs to find dates', () => {
  it.each(HOSTILE_PIECES)('takes time in proportion to a text of %j', (piece) => {
    const [once, twice] = [hostileText(piece, LENGTH), hostileText(piece, 2 * LENGTH)];
    expectLinearTime(
      () => find(once),
      () => find(twice),
    );
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
