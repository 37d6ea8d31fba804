import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EXPORT_FORMAT_VERSION } from './format.ts';
import { EXPORTED_FILES, EXPORTED_LINES } from './schemas.ts';

/** The schemas as they are now, without names of the API. */
function schemasNow(): unknown {
  const all = Object.entries({ ...EXPORTED_FILES, ...EXPORTED_LINES });
  const converted = all.map(([ending, schema]) => [
    ending,
    z.toJSONSchema(schema, { io: 'output', reused: 'inline' }),
  ]);
  return JSON.parse(JSON.stringify(Object.fromEntries(converted)));
}

describe('the format of exports', () => {
  it('does not change within a version, also when a schema of the API changes', async () => {
    const file = path.join(import.meta.dirname, 'versions', `${EXPORT_FORMAT_VERSION}.json`);
    // For a change that earlier readers understand, write the file anew; otherwise raise the version
    // and write another one.
    expect(schemasNow()).toEqual(JSON.parse(await readFile(file, 'utf8')));
  });
});
