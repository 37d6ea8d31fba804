import { piecesOf, type Piece, type TextOfSegment } from './pieces.ts';

function words(...texts: readonly string[]) {
  return texts.map((text, at) => ({
    text,
    startMs: at * 100,
    endMs: at * 100 + 90,
    confidence: 1,
  }));
}

function segment(raw: string, corrected: string | null, ...spoken: string[]): TextOfSegment {
  const layer = corrected === null ? 'raw' : 'corrected';
  const layers = { raw, corrected, edited: null };
  return { text: corrected ?? raw, words: words(...spoken), layer, layers };
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

function marked(pieces: readonly Piece[]): string {
  return joined(pieces.filter(({ changed }) => changed));
}

describe('timed words in the displayed text', () => {
  it.each([
    ['Good morning, everyone.', ['Good', 'morning,', 'everyone.']],
    ['今日は晴れ', ['今日', 'は', '晴れ']],
    ['the the the', ['the', 'the', 'the']],
    ['', []],
  ])('keep “%s” exactly as it is', (text, parts) => {
    const pieces = piecesOf(segment(text, null, ...parts));
    expect(joined(pieces)).toBe(text);
    expect(pieces.filter(({ word }) => word !== null)).toHaveLength(parts.length);
    expect(marked(pieces)).toBe('');
  });

  it('omit words that a correction removed, and highlight those that it added', () => {
    const spoken = ['Ask', 'grease', 'today.'];
    const pieces = piecesOf(segment('Ask grease today.', 'Ask Grace today.', ...spoken));
    expect(joined(pieces)).toBe('Ask Grace today.');
    expect(pieces.flatMap(({ word }) => word?.text ?? [])).toEqual(['Ask', 'today.']);
    expect(marked(pieces)).toBe('Grace');
  });

  it('of a typed turn have no times, but their corrections are highlighted too', () => {
    const pieces = piecesOf(segment('on project Herron now', 'on Project Heron now'));
    expect(pieces.map(({ text }) => text)).toEqual(['on ', 'Project Heron', ' now']);
    expect(marked(pieces)).toBe('Project Heron');
  });

  it('of an edit are not highlighted as corrected', () => {
    const edited = { ...segment('a b', null), text: 'A b', layer: 'edited' as const };
    expect(marked(piecesOf(edited))).toBe('');
  });
});
