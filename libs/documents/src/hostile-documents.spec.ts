import { isErrorCode, type ErrorCode } from '#contracts/model';
import { AppError } from '#platform';
import { cpuMsOfAsync } from '../../../test/support/cpu-time.ts';
import { FileFolder, LIMITS, NO_ABORT, sample, sampleBytes } from './files.fixture.ts';
import { readAsMessages } from './formats/read-as-messages.ts';
import { pdfOf } from './pdf.fixture.ts';
import { readDocument, type DocumentFile } from './read-document.ts';
import { workbookOf, zipOf } from './zip.fixture.ts';

const MEBIBYTE = 2 ** 20;

type Outcome = ErrorCode | 'read' | 'truncated';

async function outcomeOf(file: DocumentFile, limits = LIMITS): Promise<Outcome> {
  try {
    const { truncated } = await readDocument(file, limits, NO_ABORT);
    return truncated ? 'truncated' : 'read';
  } catch (error) {
    if (error instanceof AppError && isErrorCode(error.code)) return error.code;
    throw error;
  }
}

let folder: FileFolder;
beforeAll(() => {
  folder = new FileFolder();
});
afterAll(() => folder.remove());

const expectOutcome = async (
  fileName: string,
  content: string | Uint8Array,
  ...expected: Outcome[]
) => expect(expected).toContain(await outcomeOf(folder.file(fileName, content)));

describe('a file that is no document', () => {
  const noise = Uint8Array.from({ length: 50_000 }, (_, index) => (index * index * 31) % 256);

  it.each(['noise.txt', 'noise.md', 'noise.csv', 'noise.xlsx', 'noise.pdf', 'noise'])(
    'is refused although it is named %s',
    (fileName) => expectOutcome(fileName, noise, 'document_unreadable'),
  );

  it.each([
    ['a program', Buffer.concat([Buffer.from('\u007fELF'), noise])],
    ['a PDF of noise', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise])],
    ['an archive of noise', Buffer.concat([Buffer.from('PK\u0003\u0004'), noise])],
    ['an archive without a workbook', zipOf({ 'readme.txt': 'Rent 300' })],
    ['a Word document', zipOf({ 'word/document.xml': '<w:document/>' })],
    ['a workbook without sheets', zipOf({ 'xl/workbook.xml': '<workbook/>' })],
    ['a workbook that is no XML', workbookOf('<row r="1"><c <<<')],
    ['half a workbook', sampleBytes('budget.xlsx').slice(0, 4_000)],
    ['a text with NUL bytes', 'Rent 300\0\0\0EUR'],
    ['an HTML page', '<!DOCTYPE html><p>Rent 300'],
  ])('is refused: %s', (_, content) => expectOutcome('file.txt', content, 'document_unreadable'));

  it('is named as protected when it is', async () => {
    expect(await outcomeOf(sample('offer-protected.pdf'))).toBe('document_encrypted');
    const container = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1_000),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    await expectOutcome('protected.xlsx', container, 'document_encrypted');
  });

  it.each([
    ['no bytes', 'empty.txt', ''],
    ['only white space', 'blank.md', ' \n\n\t\n'],
    ['only empty cells', 'cells.csv', ';;;\n;;;\n'],
    ['pages without text', 'scan.pdf', pdfOf(['0 0 99 99 re f'])],
    ['a sheet without cells', 'sheet.xlsx', workbookOf('')],
  ])('is empty when it has %s', (_, fileName, content) =>
    expectOutcome(fileName, content, 'document_empty'),
  );
});

describe('a file that is made to exhaust its reader', () => {
  it('is refused when it unpacks to too much', () =>
    expectOutcome('bomb.xlsx', workbookOf(' '.repeat(150 * MEBIBYTE)), 'document_too_large'));

  it('is stopped when it unpacks to more than it says', async () => {
    const bomb = Buffer.from(workbookOf(' '.repeat(300 * MEBIBYTE)));
    const size = Buffer.alloc(4);
    const said = zipSizeOf(bomb);
    size.writeUInt32LE(said);
    for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size, at)) {
      bomb.writeUInt32LE(1_000, at);
    }
    const outcome = await outcomeOf(folder.file('liar.xlsx', bomb), {
      ...LIMITS,
      memoryMebibytes: 256,
    });
    expect(['document_reading_stalled', 'document_unreadable']).toContain(outcome);
  });

  it('is stopped when a sheet has its only cell in row 900,000,000', () =>
    expectOutcome(
      'far.xlsx',
      workbookOf('<row r="900000000"><c r="A900000000"><v>1</v></c></row>'),
      'document_reading_stalled',
    ));

  it.each([
    ['a CSV line of 100 MB', 'line.csv', 'a,'.repeat(50 * MEBIBYTE)],
    ['a text line of 50 MB', 'line.txt', 'a'.repeat(50 * MEBIBYTE)],
    ['50 MB of quotes', 'quotes.csv', '"'.repeat(50 * MEBIBYTE)],
    ['a million rows', 'rows.csv', 'Item;Amount\n' + 'Chairs;3\n'.repeat(1_000_000)],
  ])('is cut off: %s', (_, fileName, content) =>
    expectOutcome(fileName, content, 'truncated', 'document_reading_stalled'),
  );

  it.each(['>', '> ', '[', '![a](', '*a **b ', '- ', '1. ', '`a', '_', '<a ', '|a', '&#1;', '\\'])(
    'is read or stopped within its time: Markdown of 200,000 %j',
    (unit) =>
      expectOutcome(
        'deep.md',
        `# Plan\n\n${unit.repeat(200_000)}`,
        'read',
        'truncated',
        'document_reading_stalled',
      ),
  );

  it('is refused or stopped when a PDF refers to itself', async () => {
    const self = new TextDecoder().decode(pdfOf(['(x) Tj']));
    const loops = {
      'pages.pdf': self.replace('/Kids [4 0 R]', '/Kids [2 0 R]'),
      'previous.pdf': self.replace('/Root 1 0 R', '/Root 1 0 R /Prev 9'),
      'contents.pdf': self.replace('/Contents 5 0 R', '/Contents 4 0 R'),
      'count.pdf': self.replace('/Count 1', '/Count 2000000000'),
    };
    for (const [fileName, content] of Object.entries(loops)) {
      const outcome = await outcomeOf(folder.file(fileName, content), {
        ...LIMITS,
        timeoutMs: 5_000,
      });
      expect(['document_unreadable', 'document_empty', 'document_reading_stalled']).toContain(
        outcome,
      );
    }
  });

  it('is stopped at its time, whatever it does', async () => {
    const text = folder.file('slow.csv', 'a,'.repeat(10 * MEBIBYTE));
    expect(await outcomeOf(text, { ...LIMITS, timeoutMs: 20 })).toBe('document_reading_stalled');
  });

  it('is stopped at its memory', async () => {
    const text = folder.file('wide.txt', 'words and words '.repeat(5 * MEBIBYTE));
    const limits = { ...LIMITS, memoryMebibytes: 90, maxCharacters: 100 * MEBIBYTE };
    expect(await outcomeOf(text, limits)).toBe('document_reading_stalled');
  });
});

describe('the process that waits for the reader', () => {
  it('parses nothing itself: reading costs it much less than parsing', async () => {
    const text = `# Plan\n${'1. '.repeat(20_000)}`;
    const file = folder.file('busy.md', text);
    const bytes = new TextEncoder().encode(text);
    const parsedMs = await cpuMsOfAsync(
      () => readAsMessages(bytes, 'busy.md', LIMITS, () => undefined),
      1,
    );
    const waitedMs = await cpuMsOfAsync(async () => {
      const { parts } = await readDocument(file, LIMITS, NO_ABORT);
      expect(parts.length).toBeGreaterThan(0);
    });
    expect(waitedMs).toBeLessThan(parsedMs / 5);
  });
});

/** The size of the largest file in an archive, as its directory says. */
function zipSizeOf(bytes: Buffer): number {
  let largest = 0;
  const mark = Buffer.from([0x50, 0x4b, 1, 2]);
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    largest = Math.max(largest, bytes.readUInt32LE(at + 24));
  }
  return largest;
}
