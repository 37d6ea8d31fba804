import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { markdown } from './markdown.format.ts';
import { plainText } from './plain-text.format.ts';
import { saying, transcriptOf, turnOf, typedTurnOf } from './transcript.fixture.ts';

const partsOf = (document: string) => {
  const [, yaml = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(document) ?? [];
  return { about: parse(yaml) as Record<string, unknown>, body };
};

const TRICKY_TEXTS = [
  'a: b # c',
  '- item',
  '"quoted" \'and\' \\backslash\\',
  'yes',
  '2026-11-22',
  '1e3',
  'null',
  '*anchor &ref !tag %dir @at `tick`',
  'line\nbreak\ttab\r\u0085\u2028\u2029\ufeff\u0000\u001b\u007f',
  '---',
  '...',
  '---\ntitle: other\n---\n',
  '? key',
  '<<: *merge',
  '%YAML 1.2',
  '0o17',
  '~',
  `${'long '.repeat(400)}: # end`,
  'noncharacters \ufdd0 \u{1fffe} and \u200f',
  ' leading and trailing ',
  '{a: [b}',
  '',
  'émoji 🎙 half \ud83c',
];

describe('Markdown', () => {
  it('begins with front matter that describes the conversation', () => {
    const transcript = transcriptOf(turnOf('Ada', 4000, saying('Hello.')), turnOf('Bob', 1000));
    expect(partsOf(markdown.write(transcript)).about).toEqual({
      title: 'Launch planning',
      conversationId: transcript.conversationId,
      ownerId: 'ada',
      tags: ['launch'],
      speakers: ['Ada', 'Bob'],
      createdAt: '2026-11-22T09:30:00.000Z',
      durationMs: 5000,
      revision: 3,
      complete: true,
    });
  });

  it.each(TRICKY_TEXTS)('keeps any title and tag unchanged: %j', (text) => {
    const transcript = { ...transcriptOf(), title: text, tags: [text, 'b'] };
    const { about } = partsOf(markdown.write(transcript));
    expect(about).toMatchObject({ title: text.toWellFormed(), tags: [text.toWellFormed(), 'b'] });
  });

  it('shows who said what and when, with a paragraph after a pause', () => {
    const transcript = transcriptOf(
      turnOf('Ada', 10_000, saying('One.', 500), saying('Two.', 1000), saying('Three.', 6000)),
      turnOf('Nobody', 1000),
      turnOf('Bob', 2000, saying('Four.', 100)),
    );
    expect(partsOf(markdown.write(transcript)).body).toBe(
      [
        '',
        '# Launch planning',
        '',
        '**Ada** (00:00:00)',
        '',
        'One. Two.',
        '',
        'Three.',
        '',
        '**Bob** (00:00:11)',
        '',
        'Four.',
        '',
      ].join('\n'),
    );
  });

  it('shows typed turns in order, without a time', () => {
    const transcript = transcriptOf(
      turnOf('Ada', 2000, saying('Spoken.')),
      typedTurnOf('Bob', 'Typed:\n---\nnot front matter'),
      turnOf('Ada', 2000, saying('Spoken again.')),
    );
    const { about, body } = partsOf(markdown.write(transcript));
    expect(about).toMatchObject({ speakers: ['Ada', 'Bob'], durationMs: 4000, revision: 3 });
    expect(body.split('\n').filter((line) => line !== '')).toEqual([
      '# Launch planning',
      '**Ada** (00:00:00)',
      'Spoken.',
      '**Bob**',
      'Typed: --- not front matter',
      '**Ada** (00:00:02)',
      'Spoken again.',
    ]);
  });

  it('escapes text that would become markup', () => {
    const said = ['# not a heading', '1. no list', '- no list', '<b>no tag</b> [no](link) *no*'];
    const { body } = partsOf(
      markdown.write(transcriptOf(...said.map((text) => turnOf('Ada', 1000, saying(text))))),
    );
    expect(body).toContain('\\# not a heading');
    expect(body).toContain('1\\. no list');
    expect(body).toContain('\\- no list');
    expect(body).toContain('\\<b\\>no tag\\</b\\> \\[no\\](link) \\*no\\*');
  });
});

describe('plain text', () => {
  it('shows typed turns like any other', () => {
    const transcript = transcriptOf(
      typedTurnOf('Bob', 'Typed.'),
      turnOf('Ada', 2000, saying('Spoken.')),
    );
    expect(plainText.write(transcript)).toBe('Bob: Typed.\n\nAda: Spoken.\n');
  });

  it('has a paragraph for each turn with text', () => {
    const transcript = transcriptOf(
      turnOf('Ada', 2000, saying('One.'), saying('Two\nlines.', 1000)),
      turnOf('Nobody', 1000),
      turnOf('Bob', 2000, saying('Three.')),
    );
    expect(plainText.write(transcript)).toBe('Ada: One. Two lines.\n\nBob: Three.\n');
  });
});
