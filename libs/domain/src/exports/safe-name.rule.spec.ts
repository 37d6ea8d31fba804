import { describe, expect, it } from '@jest/globals';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';
import { safeName } from './safe-name.rule.ts';
import { UniqueNames } from './unique-names.ts';

const nameOf = (text: string) => safeName(text, 'untitled');

describe('a safe name', () => {
  it.each([
    ['Launch planning', 'Launch planning'],
    ['Q3: budget / plan', 'Q3 budget plan'],
    ['../../etc/passwd', 'etc passwd'],
    ['..', 'untitled'],
    ['', 'untitled'],
    ['a\0b\u0007c\r\nd', 'a b c d'],
    ['C:\\temp\\x.mp3', 'C temp x.mp3'],
    ['CON', '_CON'],
    ['nul.mp3', '_nul.mp3'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['console', 'console'],
    ['name. . ', 'name'],
    ['.hidden', 'hidden'],
    ['invoice\u202egpj.exe', 'invoice gpj.exe'],
    ['日本語の会議', '日本語の会議'],
    ['اجتماع', 'اجتماع'],
    ['👩‍💻 talk', '👩‍💻 talk'],
    ['cafe\u0301', 'caf\u00e9'],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
    ['-rf', '-rf'],
  ])('of %j is %j', (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  it('has at most 120 bytes, whole characters and its ending', () => {
    const name = nameOf(`${'会'.repeat(200)}.webm`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
    expect(name).toMatch(/^会+\.webm$/);
  });

  it.each(['.', '/', '(', '会', ' ', '\u202e', '9'])(
    'takes linear time for a text of %j',
    (part) => {
      const [once, twice] = [part.repeat(500_000), part.repeat(1_000_000)];
      expectLinearTime(
        () => nameOf(once),
        () => nameOf(twice),
      );
    },
  );
});

describe('unique names', () => {
  it('get a number before their ending, also when only the case differs', () => {
    const names = new UniqueNames();
    const given = ['talk.mp3', 'Talk.MP3', 'talk.mp3', 'talk', 'TALK', 'talk (2).mp3'];
    expect(given.map((name) => names.take(name))).toEqual([
      ...['talk.mp3', 'Talk (2).MP3', 'talk (3).mp3'],
      ...['talk', 'TALK (2)', 'talk (2) (2).mp3'],
    ]);
  });
});
