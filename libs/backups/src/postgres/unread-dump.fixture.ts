// Begins a dump and reads nothing of it, so that its program waits; prints the id of that process.
import { dumpDatabase } from './dump-database.ts';
import { withSnapshot } from './dump-snapshot.ts';
import { NEVER, realPrograms } from './postgres.fixture.ts';

const [url = ''] = process.argv.slice(2);
const programs = await realPrograms();
await withSnapshot({ url, signal: NEVER }, async ({ id }) => {
  const dump = dumpDatabase(programs, { url, snapshotId: id, signal: NEVER });
  dump.output.once('readable', () => process.stdout.write(`${dump.pid}\n`));
  await dump.done;
});
