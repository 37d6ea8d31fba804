import { cpSync, readdirSync, rmSync } from 'node:fs';
import { inProject, NODE } from '../lib/paths.mjs';
import { execute } from '../lib/run.mjs';

const MIGRATIONS = 'libs/store/migrations';
const SCRATCH = '.toolchain/migrations-check';
const SCHEMA = './libs/store/src/schema/*.schema.ts';

const migrationsIn = (/** @type {string} */ folder) =>
  readdirSync(inProject(folder)).filter((name) => name.endsWith('.sql'));

/** Whether the migrations match the schema: generating into a copy must add no migration. */
export async function migrationsDrift() {
  rmSync(inProject(SCRATCH), { recursive: true, force: true });
  cpSync(inProject(MIGRATIONS), inProject(SCRATCH), { recursive: true });
  const kit = inProject('node_modules/drizzle-kit/bin.cjs');
  const generate = ['generate', '--dialect', 'postgresql', '--schema', SCHEMA, '--out', SCRATCH];
  const { code, output } = await execute(NODE, [kit, ...generate]);
  const missing = migrationsIn(SCRATCH).length - migrationsIn(MIGRATIONS).length;
  const advice = missing === 0 ? '' : '\nThe schema has changed: run `npm run migrations`.';
  return { ok: code === 0 && missing === 0, output: `${output}${advice}` };
}
