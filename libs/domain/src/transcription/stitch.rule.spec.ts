import { describe, expect, it } from '@jest/globals';
import type { HeardSegment } from '#contracts/model';
import { joinSeam, stitchChunks, type HeardChunk } from './stitch.rule.ts';
import { segmentOf, textOf } from './heard.fixture.ts';

type Heard = Omit<HeardChunk, 'language'>;

async function* each(chunks: readonly Heard[], language: string): AsyncGenerator<HeardChunk> {
  for (const chunk of chunks) yield { ...chunk, language };
}

async function stitched(
  chunks: readonly Heard[],
  language = 'en',
): Promise<readonly HeardSegment[]> {
  return Array.fromAsync(stitchChunks(each(chunks, language)));
}

async function stitchedText(...chunks: readonly Heard[]): Promise<string> {
  return textOf(await stitched(chunks));
}

/** One chunk with a segment for each text, without pauses unless `pauseMs` says so. */
function chunkOf(texts: readonly string[], pauseMs = 100): Heard {
  let startMs = 0;
  const segments = texts.map((text) => {
    const segment = segmentOf(text, startMs);
    startMs = segment.endMs + pauseMs;
    return segment;
  });
  return { startMs: 0, endMs: startMs, overlapsPrevious: false, segments };
}

/** Two chunks that overlap by a second each side of 5 s, and hear different words there. */
function seamOf(before: string, after: string): readonly Heard[] {
  return [
    { startMs: 0, endMs: 6000, overlapsPrevious: false, segments: [segmentOf(before, 0)] },
    { startMs: 4000, endMs: 9000, overlapsPrevious: true, segments: [segmentOf(after, 5000)] },
  ];
}

describe('stitching chunks', () => {
  it('joins chunks that were cut at a silence unchanged, with repeated words', async () => {
    const first = { startMs: 0, endMs: 3000, overlapsPrevious: false };
    const second = { startMs: 3000, endMs: 6000, overlapsPrevious: false };
    const text = await stitchedText(
      { ...first, segments: [segmentOf('yes we do', 0)] },
      { ...second, segments: [segmentOf('do we really', 3000)] },
    );
    expect(text).toBe('yes we do do we really');
  });

  it('neither loses nor duplicates a word where two chunks overlap', async () => {
    const text = await stitchedText(
      {
        startMs: 0,
        endMs: 5000,
        overlapsPrevious: false,
        segments: [segmentOf('the meeting starts at nine', 0)],
      },
      {
        startMs: 2000,
        endMs: 7000,
        overlapsPrevious: true,
        segments: [segmentOf('starts at nine in the hall', 2000)],
      },
    );
    expect(text).toBe('the meeting starts at nine in the hall');
  });

  it('drops the partial words at the edge of each chunk', () => {
    const seam = joinSeam(
      [segmentOf('we agreed on seven thou', 0)],
      [segmentOf('reed on seven thousand euros', 1000)],
      1000,
      5000,
    );
    expect(textOf([...seam.before, ...seam.after])).toBe('we agreed on seven thousand euros');
  });

  it('cuts at the middle of the overlap when both sides heard different words', () => {
    const seam = joinSeam(
      [segmentOf('one two three four', 0)],
      [segmentOf('tree for five six', 2000)],
      2000,
      4000,
    );
    expect(textOf([...seam.before, ...seam.after])).toBe('one two three for five six');
  });

  it('keeps a chunk whole when the one before it heard nothing', async () => {
    const text = await stitchedText(
      { startMs: 0, endMs: 5000, overlapsPrevious: false, segments: [] },
      { startMs: 3000, endMs: 8000, overlapsPrevious: true, segments: [segmentOf('hello', 6000)] },
    );
    expect(text).toBe('hello');
  });

  it('carries a cut over three overlapping chunks', async () => {
    const text = await stitchedText(
      { startMs: 0, endMs: 4000, overlapsPrevious: false, segments: [segmentOf('a b c d', 0)] },
      {
        startMs: 2000,
        endMs: 6000,
        overlapsPrevious: true,
        segments: [segmentOf('c d e f', 2000)],
      },
      {
        startMs: 4000,
        endMs: 8000,
        overlapsPrevious: true,
        segments: [segmentOf('e f g h', 4000)],
      },
    );
    expect(text).toBe('a b c d e f g h');
  });
});

describe('sentences where segments meet', () => {
  it.each([
    [['we agreed on nine', 'The room is booked'], 'we agreed on nine. The room is booked'],
    [['the total is 40', 'And then we left'], 'the total is 40. And then we left'],
    [['we agreed on nine.', 'The room is booked'], 'we agreed on nine. The room is booked'],
    [['is it nine?', 'Yes it is'], 'is it nine? Yes it is'],
    [['we agreed,', 'The room is booked'], 'we agreed, The room is booked'],
    [['we talked to', 'Margaret about it'], 'we talked to Margaret about it'],
    [['then', "I'm going"], "then I'm going"],
    [['they work for', 'NASA now'], 'they work for NASA now'],
    [['we agreed on nine', 'the room is booked'], 'we agreed on nine the room is booked'],
  ])('%j become %j', async (texts, text) => {
    expect(await stitchedText(chunkOf(texts))).toBe(text);
  });

  it('end in a pause before any capital, unless it is a name', async () => {
    expect(await stitchedText(chunkOf(['that was all', 'Chairs come next'], 900))).toBe(
      'that was all. Chairs come next',
    );
    const names = ['I met Margaret there', 'and we asked', 'Margaret again'];
    expect(await stitchedText(chunkOf(names, 900))).toBe(
      'I met Margaret there and we asked Margaret again',
    );
  });

  it('keep the last word and the text of a segment the same', async () => {
    const [first] = await stitched([chunkOf(['we agreed on nine', 'The room is booked'])]);
    expect(first?.words.at(-1)?.text).toBe('nine.');
    expect(first?.words.map(({ text }) => text).join(' ')).toBe(first?.text);
  });

  it.each([
    ['de', ['wir brauchen', 'Was fehlt'], 100],
    ['de', ['wir brauchen noch', 'Stühle für alle'], 900],
    ['fr', ['nous avons besoin de', 'Paris et Lyon'], 100],
    ['fr', ['vous venez ?', 'Oui, bien sûr'], 900],
    ['fr', ['c’est fini !', 'Alors on part'], 900],
    ['es', ['no sé,', '¿Qué hacemos'], 900],
    ['es', ['y entonces', '¿qué hacemos'], 100],
    ['hy', ['մենք գնացինք', 'Հետո եկանք'], 900],
    ['ja', ['会議は九時です', 'はい、そうです'], 900],
    ['und', ['one thing', 'Another thing'], 900],
  ])('are left alone where a capital tells nothing: %s, %j', async (language, texts, pauseMs) => {
    const segments = await stitched([chunkOf(texts, pauseMs)], language);
    expect(segments.map(({ text }) => text)).toEqual(texts);
  });

  it.each([
    ['it', ['abbiamo finito', 'Adesso andiamo'], 900, 'abbiamo finito.'],
    ['ru', ['мы закончили', 'Теперь пойдём'], 900, 'мы закончили.'],
    ['es', ['hemos terminado', '¿Qué hacemos ahora'], 100, 'hemos terminado.'],
    ['es', ['hemos terminado', '¡Vamos'], 100, 'hemos terminado.'],
  ])(
    'end in other languages in a pause, or before an opening mark: %s, %j',
    async (language, texts, pauseMs, text) => {
      const [first] = await stitched([chunkOf(texts, pauseMs)], language);
      expect(first?.text).toBe(text);
    },
  );

  it('do not end before a name in other languages', async () => {
    const texts = ['ho visto Margherita ieri', 'e poi', 'Margherita è partita'];
    const segments = await stitched([chunkOf(texts, 900)], 'it');
    expect(segments.map(({ text }) => text)).toEqual(texts);
  });

  it.each([
    ['de', 'wir gingen entlang.', 'mit den Hunden', 'wir gingen entlang mit den Hunden'],
    ['de', 'wir gingen mit', 'Hunden und Katzen', 'wir gingen mit Hunden und Katzen'],
    ['fr', 'on marchait.', 'avec les chiens', 'on marchait avec les chiens'],
    ['fr', 'on marchait avec', 'The Beatles', 'on marchait avec The Beatles'],
  ])('go on over a seam in other languages: %s, %j, %j', async (language, before, after, text) => {
    expect(textOf(await stitched(seamOf(before, after), language))).toBe(text);
  });

  it.each([
    ['so we walked along', 'The old harbour', 'so we walked along the old harbour'],
    ['we walked along with', 'And the dogs came', 'we walked along with and the dogs came'],
    ['we walked along with', 'Margaret and Tom', 'we walked along with Margaret and Tom'],
    ['we walked home.', 'The dogs came', 'we walked home. The dogs came'],
    ['we walked along.', 'with the dogs', 'we walked along with the dogs'],
  ])('go on over a seam without a pause: %j, %j', async (before, after, text) => {
    expect(await stitchedText(...seamOf(before, after))).toBe(text);
  });
});

describe('the language of a segment', () => {
  it('is its own, or that of its chunk', async () => {
    const italian = { ...segmentOf('va bene', 4_000), language: 'it' };
    const segments = [segmentOf('we agreed on nine', 0), italian];
    const result = await stitched([{ ...chunkOf([]), segments }], 'en');
    expect(result.map(({ language }) => language)).toEqual(['en', 'it']);
  });

  it('decides whether a sentence is ended', async () => {
    const italian = { ...segmentOf('The Beatles', 4_000), language: 'it' };
    const segments = [segmentOf('we agreed on nine', 0), italian];
    const [first] = await stitched([{ ...chunkOf([]), segments }], 'en');
    expect(first?.text).toBe('we agreed on nine');
  });
});

describe('the times of words', () => {
  it('are within their segment', async () => {
    const segment = { ...segmentOf('one two three', 1000), startMs: 1500, endMs: 3200 };
    const [first] = await stitched([{ ...chunkOf([]), segments: [segment] }]);
    expect(first?.words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [1500, 1900],
      [2000, 2900],
      [3000, 3200],
    ]);
  });
});
