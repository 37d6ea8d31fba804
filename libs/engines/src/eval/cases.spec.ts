import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { COMMITTED_CONVERSATIONS, readCases } from './cases.ts';
import { FaultyCasesError } from './read-lines.ts';

const CONVERSATION = { title: 'A visit', turns: [{ speaker: 'Ada', text: 'Hello.' }] };
const EDIT = { raw: 'it is', corrected: 'It is.', mayPass: true };
const RECORDING = { audio: 'sounds/one.wav', reference: 'Hello.' };
const lines = (...values: readonly unknown[]) =>
  values.map((each) => JSON.stringify(each)).join('\n');

describe('reading cases', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder('cases');
  });
  const faultsOf = async (text: string): Promise<readonly string[]> => {
    const file = path.join(folder, 'cases.jsonl');
    await writeFile(file, text);
    try {
      readCases(file);
      return [];
    } catch (error) {
      if (error instanceof FaultyCasesError) return error.faults;
      throw error;
    }
  };

  it('takes each line for what it has, from all files of a folder and those in it', async () => {
    await mkdir(path.join(folder, 'deep'));
    await writeFile(path.join(folder, 'one.jsonl'), `\uFEFF${lines(CONVERSATION, EDIT)}\r\n\r\n`);
    await writeFile(path.join(folder, 'deep', 'two.jsonl'), lines(RECORDING));
    await writeFile(path.join(folder, 'notes.txt'), 'no case');
    const { conversations, edits, recordings } = readCases(folder);
    expect(conversations).toEqual([{ ...CONVERSATION, glossary: [] }]);
    expect(edits).toEqual([{ ...EDIT, kind: 'edits', glossary: [] }]);
    const file = path.join(folder, 'deep', 'sounds', 'one.wav');
    expect(recordings).toEqual([{ file, reference: 'Hello.', language: null }]);
  });

  it('names every line that is no case, with its number and what is wrong', async () => {
    const text = `${lines(CONVERSATION, { text: 'Hello.' })}\n\n{oops\n${lines({ ...EDIT, mayPass: 'yes' })}`;
    const faults = await faultsOf(text);
    expect(faults).toHaveLength(3);
    expect(faults[0]).toMatch(/cases\.jsonl:2: has neither `turns` nor `raw` nor `audio`/u);
    expect(faults[1]).toMatch(/cases\.jsonl:4: is no JSON/u);
    expect(faults[2]).toMatch(/cases\.jsonl:5: mayPass: /u);
  });

  it.each([
    ['a misspelt field', { ...CONVERSATION, actionitems: [] }, /actionitems/u],
    ['a turn that there is not', { ...CONVERSATION, decisions: [{ turns: [2] }] }, /turn 2/u],
    ['a turn 0', { ...CONVERSATION, actionItems: [{ turns: [0] }] }, /actionItems\.0\.turns\.0/u],
    [
      'an importance that others have',
      {
        turns: [
          { speaker: 'A', text: 'a', importance: 1 },
          { speaker: 'B', text: 'b' },
        ],
      },
      /1 turns have no `importance`/u,
    ],
    [
      'an importance beyond the scale',
      { turns: [{ speaker: 'A', text: 'a', importance: 4 }] },
      /turns\.0\.importance/u,
    ],
    ['no turn', { turns: [] }, /turns/u],
    ['no text', { turns: [{ speaker: 'A' }] }, /turns\.0\.text/u],
    ['an edit without an answer', { raw: 'a', mayPass: true }, /neither `corrected` nor `edited`/u],
  ])('tells of %s', async (_what, value, expected) => {
    expect((await faultsOf(lines(value))).join('\n')).toMatch(expected);
  });

  it('lists many faults in part', async () => {
    const file = path.join(folder, 'many.jsonl');
    await writeFile(file, 'no\n'.repeat(30));
    expect(() => readCases(file)).toThrow(/… and 10 more$/u);
  });

  it('tells when there is nothing to read', async () => {
    const file = path.join(folder, 'empty.jsonl');
    expect(() => readCases(path.join(folder, 'none'))).toThrow(/no such file or folder/u);
    expect(() => readCases(folder)).toThrow(/ends in \.jsonl/u);
    await writeFile(file, '\n\n');
    expect(() => readCases(file)).toThrow(/no cases/u);
  });
});

describe('the committed conversations', () => {
  const { conversations } = readCases(COMMITTED_CONVERSATIONS);

  it('are a dozen and more that are graded and summarised', () => {
    const graded = conversations.filter(({ summary }) => summary !== undefined);
    expect(graded.length).toBeGreaterThanOrEqual(12);
    for (const { turns, summary } of graded) {
      expect(turns.every(({ importance }) => importance !== undefined)).toBe(true);
      expect(summary?.split(' ').length).toBeGreaterThan(40);
    }
  });

  it('have action items in every language that has rules for them', () => {
    for (const { actionItems } of conversations) expect(actionItems?.length).toBeGreaterThan(0);
    const languages = new Set(conversations.map(({ language }) => language));
    expect(languages).toEqual(new Set(['en', 'de', 'es', 'fr', 'it', 'pt', 'nl']));
  });
});
