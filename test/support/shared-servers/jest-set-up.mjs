import { startProgram } from './program.mjs';

/** Runs once before the spec files; its environment reaches all of them. */
export default async function setUp() {
  process.env['SHARED_SERVERS_URL'] = await startProgram();
}
