import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '#contracts/model';
import { ExportingInstallation } from '../export/furnished.fixture.ts';
import { changedZip, forgeManifest, replaceIn, type ZippedFiles } from './changed-zip.fixture.ts';
import { ImportingInstallation } from './importing.fixture.ts';

const TABLES = ['conversations', 'turns', 'clips', 'segments', 'memories', 'projects', 'documents'];

describe('an export that was changed', () => {
  let here: ExportingInstallation;
  let importing: ImportingInstallation;
  let file: string;
  beforeAll(async () => {
    here = await ExportingInstallation.open();
    importing = await ImportingInstallation.open();
    await here.furnish('ada');
    file = await here.export({ kind: 'owner', id: 'ada' });
  });
  afterAll(async () => {
    await here.close();
    await importing.close();
  });

  it.each<[string, ErrorCode, (files: ZippedFiles) => void]>([
    [
      'with a changed word',
      'import_archive_changed',
      (files) => {
        replaceIn(files, 'conversation.json', 'launch is', 'launch was');
      },
    ],
    [
      'with a word of the same length',
      'import_archive_changed',
      (files) => {
        replaceIn(files, 'transcript.md', 'launch', 'lunch!');
      },
    ],
    [
      'without a file',
      'import_archive_changed',
      (files) => {
        files.delete([...files.keys()].find((path) => path.endsWith('summaries.json')) ?? '');
      },
    ],
    [
      'with another file',
      'import_archive_changed',
      (files) => {
        files.set('extra.txt', Buffer.from('extra'));
      },
    ],
    [
      'without its manifest',
      'import_archive_invalid',
      (files) => {
        files.delete('manifest.json');
      },
    ],
    [
      'of a later version',
      'import_version_unknown',
      (files) => {
        replaceIn(files, 'manifest.json', '"formatVersion": 2', '"formatVersion": 3');
      },
    ],
    [
      'of another product',
      'import_archive_invalid',
      (files) => {
        replaceIn(files, 'manifest.json', 'afterword-export', 'something-else');
      },
    ],
    [
      'with a recording that is not the one of its row',
      'import_archive_changed',
      (files) => {
        const audio = [...files.keys()].find((path) => path.includes('/audio/')) ?? '';
        files.set(audio, Buffer.from('another one'));
        forgeManifest(files);
      },
    ],
    [
      'that refers to a turn which it does not have',
      'import_archive_invalid',
      (files) => {
        replaceIn(files, 'conversation.json', /"turnId":"trn_..../, '"turnId":"trn_0000');
        forgeManifest(files);
      },
    ],
    [
      'with a null character',
      'import_archive_invalid',
      (files) => {
        replaceIn(files, 'conversation.json', 'launch is', 'launch \\u0000 is');
        forgeManifest(files);
      },
    ],
    [
      'with a number that is too large',
      'import_archive_invalid',
      (files) => {
        replaceIn(files, 'conversation.json', /"startMs":\d+/, '"startMs":99999999999');
        forgeManifest(files);
      },
    ],
    [
      'with an unknown field',
      'import_archive_invalid',
      (files) => {
        replaceIn(files, 'project.json', '"refresh"', '"secret":1,"refresh"');
        forgeManifest(files);
      },
    ],
    [
      'with a file that is no JSON',
      'import_archive_changed',
      (files) => {
        replaceIn(files, 'documents.json', '"documents":[', '"documents":[oops');
        forgeManifest(files);
      },
    ],
  ])('%s is refused with %s, and nothing is kept', async (_what, code, change) => {
    const record = await importing.upload(await changedZip(file, change), { fileName: 'a.zip' });
    const failure: unknown = await importing.check(record).catch((error: unknown) => error);
    expect(failure).toMatchObject({ type: code, nonRetryable: true });
    // Paths in it have titles and names of files, which stay out of histories.
    expect(inspect(failure)).not.toMatch(/Launch|CON|extra\.txt|Cables/);
    for (const table of TABLES)
      expect([table, await importing.store.count(table)]).toEqual([table, 0]);
  });
});
