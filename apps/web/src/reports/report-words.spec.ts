import { gapsOf, namedGaps, sourcesInWords } from './report-words.ts';
import { aFinancialReport } from './financial-report.fixture.ts';

const { counts } = aFinancialReport();

describe('a report in words', () => {
  it.each([
    [4, 2, '4 conversations and 2 documents'],
    [1, 0, '1 conversation'],
    [0, 1, '1 document'],
    [0, 0, 'no conversations and documents'],
  ])('was made from %i and %i sources: %s', (conversations, documents, words) => {
    expect(sourcesInWords({ counts: { ...counts, conversations, documents } })).toBe(words);
  });

  it('says what it lacks', () => {
    const dropped = { value_not_in_quote: 2, quote_missing: 1 };
    expect(gapsOf({ complete: false, counts: { ...counts, sourcesFailed: 1, dropped } })).toEqual([
      'It was written before everything was read.',
      '1 source could not be read.',
      '2 statements left out, because the source does not state that amount.',
      '1 statement left out, because the quoted words are not in the source.',
    ]);
  });

  it('names what it lacks, and where that is', () => {
    const [documentId, conversationId, turnId] = ['doc_1', 'cnv_1', 'trn_1'];
    const reason = 'value_not_in_quote' as const;
    const gaps = {
      statements: [
        {
          ...{ reason, sourceName: 'costs.xlsx' },
          at: { kind: 'written' as const, documentId, place: { sheet: 'May', row: 7 } },
        },
        {
          ...{ reason, sourceName: 'Planning' },
          at: { kind: 'spoken' as const, conversationId, turnId },
        },
      ],
      sources: [
        {
          id: documentId,
          name: 'offer.pdf',
          errorCode: 'document_encrypted' as const,
          reason: 'The document is protected with a password',
        },
      ],
    };
    const why = 'left out, because the source does not state that amount';
    expect(namedGaps({ counts: { ...counts, gaps } })).toEqual([
      { words: 'offer.pdf: The document is protected with a password', to: null },
      { words: `costs.xlsx, sheet May, row 7: ${why}`, to: null },
      {
        words: `Planning: ${why}`,
        to: { name: 'conversation', params: { id: conversationId }, hash: `#${turnId}` },
      },
    ]);
    expect(namedGaps({ counts })).toEqual([]);
  });

  it('says nothing when it lacks nothing', () => {
    expect(gapsOf({ complete: true, counts: { ...counts, dropped: {} } })).toEqual([]);
  });
});
