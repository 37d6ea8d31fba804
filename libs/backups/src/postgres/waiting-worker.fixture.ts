// A worker that begins a dump or a restore and then waits for ever, so that a test can kill it:
// `dump <url>` reads nothing of the dump; `restore <url> <file>` gives only the bytes of the file.
import { readFileSync } from 'node:fs';
import { dumpDatabase } from './dump-database.ts';
import { withSnapshot } from './dump-snapshot.ts';
import { NEVER, neverEnding, realPrograms } from './postgres.fixture.ts';
import { restoreDatabase } from './restore-database.ts';

const [work, url = '', file = ''] = process.argv.slice(2);
const programs = await realPrograms();
// A pending promise alone does not keep a process running.
setInterval(() => undefined, 60_000);
if (work === 'restore') {
  const input = neverEnding(readFileSync(file));
  await restoreDatabase(programs, { url, input, signal: NEVER });
} else {
  await withSnapshot({ url, signal: NEVER }, ({ id }) => {
    return dumpDatabase(programs, { url, snapshotId: id, signal: NEVER }).done;
  });
}
