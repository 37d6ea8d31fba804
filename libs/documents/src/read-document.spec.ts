import { cellAt } from './cell-at.ts';
import { FileFolder, LIMITS, NO_ABORT, sample } from './files.fixture.ts';
import { pageOf, pdfOf } from './pdf.fixture.ts';
import { readDocument, type DocumentFile } from './read-document.ts';
import { workbookOf } from './zip.fixture.ts';

const read = (file: DocumentFile, limits = LIMITS) => readDocument(file, limits, NO_ABORT);

const textsOf = async (file: DocumentFile) => (await read(file)).parts.map((part) => part.text);

let folder: FileFolder;
beforeAll(() => {
  folder = new FileFolder();
});
afterAll(() => folder.remove());

describe('a workbook', () => {
  it('is read row by row, with the headings, ISO dates, currencies and percentages of all its sheets', async () => {
    const { format, parts, truncated, warnings } = await read(sample('budget.xlsx'));
    expect({ format, truncated, warnings }).toEqual({
      format: 'xlsx',
      truncated: false,
      warnings: [],
    });
    expect(parts.map(({ place, text }) => [place.sheet, place.row, text])).toEqual([
      ['Budget', 1, 'Summer fair 2026'],
      ['Budget', 3, 'Category · Item · Amount · Due · Share · Paid'],
      [
        'Budget',
        4,
        'Category: Venue · Item: Hall · Amount: €12000.5 · Due: 2026-11-03 · Share: 12% · Paid: TRUE',
      ],
      [
        'Budget',
        5,
        'Item: Deposit · Amount: USD 0.3 · Due: 2026-12-24 18:30 · Share: 5.5% · Paid: FALSE',
      ],
      ['Budget', 8, 'Month · Income'],
      ['Budget', 9, 'Month: March 2026 · Income: $1200'],
      ['Budget', 10, 'Month: April 2026 · Income: -300'],
      ['People', 1, 'Task · Owner'],
      ['People', 2, 'Task: Launch · Owner: Ana'],
      ['People', 3, 'Task: Review · Owner: Ben'],
    ]);
  });

  it('shows the results of formulas, not the formulas', async () => {
    const sheet =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Sum</t></is></c><c r="B1"><f>1+1</f><v>2</v></c></row>';
    expect(await textsOf(folder.file('formula.xlsx', workbookOf(sheet)))).toEqual(['Sum · 2']);
  });
});

describe('a table of values', () => {
  it.each([
    ['semicolons-western.csv', ['document_encoding_guessed']],
    ['commas-utf8.csv', []],
    ['tabs-utf16.csv', []],
    ['bars-utf8.csv', []],
  ])('%s has the same cells in every dialect and encoding', async (fileName, expected) => {
    const { format, parts, warnings } = await read(sample(fileName));
    expect(format).toBe('csv');
    expect(warnings.map((warning) => warning.code)).toEqual(expected);
    expect(parts.slice(1)).toEqual([
      {
        place: { row: 2 },
        text: 'Item: Chairs · Amount: 1.200,00 € · Date: 03.11.2026 · Note: klein; blau',
        cells: [
          { column: 'Item', text: 'Chairs' },
          { column: 'Amount', text: '1.200,00 €' },
          { column: 'Date', text: '03.11.2026' },
          { column: 'Note', text: 'klein; blau' },
        ],
      },
      {
        place: { row: 3 },
        text: 'Item: Tische · Amount: 300,00 € · Note: für später',
        cells: [
          { column: 'Item', text: 'Tische' },
          { column: 'Amount', text: '300,00 €' },
          { column: 'Note', text: 'für später' },
        ],
      },
    ]);
  });

  it('tells the cell of every position in a row', async () => {
    const { parts } = await read(sample('commas-utf8.csv'));
    const part = parts[1]!;
    expect(cellAt(part, part.text.indexOf('1.200'))).toBe('Amount');
    expect(cellAt(part, part.text.indexOf('blau'))).toBe('Note');
  });
});

describe('Markdown', () => {
  it('is read as people see it: without marks, with the cells of tables', async () => {
    const { format, parts } = await read(sample('plan.md'));
    expect(format).toBe('markdown');
    expect(parts.map(({ place, text }) => [place.line, text])).toEqual([
      [6, 'Summer fair'],
      [8, 'We have a budget of €12,000 for the fair, which the board approved & published.'],
      [11, '[x] Ana books the hall'],
      [12, '[ ] Ben orders the chairs'],
      [13, 'by 3 November'],
      [17, 'Milestone: Hall booked · Date: 2026-10-01'],
      [18, 'Milestone: Fair · Date: 2026-11-14'],
      [20, 'The price was 13,400 EUR.'],
      [23, 'rent 3000'],
      [24, 'food 1800'],
    ]);
    expect(parts[5]?.cells).toEqual([
      { column: 'Milestone', text: 'Hall booked' },
      { column: 'Date', text: '2026-10-01' },
    ]);
  });
});

describe('text', () => {
  it('joins broken lines to paragraphs, and keeps the lines of lists', async () => {
    const { format, parts } = await read(sample('notes.txt'));
    expect(format).toBe('text');
    expect(parts.map(({ place, text }) => [place.line, text])).toEqual([
      [1, 'Summer fair'],
      [
        3,
        'We agreed on a budget of 12,000 EUR for the hall, and the final decision about the catering is taken on 14 November.',
      ],
      [5, 'Rent 3000'],
      [6, 'Food 1800'],
      [7, '- Ana books the hall'],
      [8, '- Ben orders the chairs'],
    ]);
  });
});

describe('a PDF', () => {
  it('is read by page: headings, paragraphs, and the lines of tables', async () => {
    const { format, parts } = await read(sample('offer.pdf'));
    expect(format).toBe('pdf');
    expect(parts.map(({ place, text }) => [place.page, text])).toEqual([
      [1, 'Offer for the summer fair'],
      [
        1,
        'We offer the hall for 12,000 EUR including the chairs and tables that you need for the evening. The deposit of 3,000 EUR is due on 3 November 2026, and the rest is due when the fair is over.',
      ],
      [1, 'Prices include tax.'],
      [1, 'Item · Amount · Due'],
      [1, 'Hall · 12,000.00 EUR · 3 Nov 2026'],
      [1, 'Chairs · 800.00 EUR · 1 Dec 2026'],
      [2, 'The offer is valid for thirty days.'],
    ]);
  });

  it('names the pages without text', async () => {
    const file = folder.file('half.pdf', pdfOf([pageOf(['Rent: 300 EUR']), '0 0 99 99 re f']));
    const { parts, warnings } = await read(file);
    expect(parts.map((part) => part.text)).toEqual(['Rent: 300 EUR']);
    expect(warnings).toEqual([
      {
        code: 'document_pages_without_text',
        message: 'No text was found on these pages: 2.',
      },
    ]);
  });
});

describe('the format', () => {
  it('is that of the content, whatever the name says', async () => {
    const bytes = workbookOf('<row r="1"><c r="A1" t="inlineStr"><is><t>Hall</t></is></c></row>');
    expect((await read(folder.file('renamed.csv', bytes))).format).toBe('xlsx');
    expect((await read(folder.file('renamed.txt', pdfOf([pageOf(['Hall'])])))).format).toBe('pdf');
  });
});

describe('the limits', () => {
  it('cut off the rest of a long document and say so', async () => {
    const file = folder.file('long.txt', 'A line.\n\n'.repeat(50));
    const byParts = await read(file, { ...LIMITS, maxParts: 20 });
    expect([byParts.parts.length, byParts.truncated]).toEqual([20, true]);
    const byCharacters = await read(file, { ...LIMITS, maxCharacters: 100 });
    expect(byCharacters.parts.length).toBeLessThanOrEqual(14);
    expect(byCharacters.truncated).toBe(true);
  });

  it('do not touch a document that just fits', async () => {
    const file = folder.file('fits.txt', 'A line.\n\n'.repeat(20));
    const { parts, truncated } = await read(file, { ...LIMITS, maxParts: 20 });
    expect([parts.length, truncated]).toEqual([20, false]);
  });
});
