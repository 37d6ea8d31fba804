import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const DEFINITION = 'dist/libs/agents/src/safety/safety.agent.js';

/**
 * Runs an app of a built project whose agent `safety` has an empty version, until it ends. What runs
 * already is not affected.
 * @param app such as `gateway`
 * @param settings of the app
 */
export async function runBroken(
  folder: string,
  app: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const file = path.join(folder, DEFINITION);
  const whole = await readFile(file, 'utf8');
  const broken = whole.replace(`version: '1'`, `version: ''`);
  if (broken === whole) throw new Error(`${DEFINITION} has no version to empty`);
  await writeFile(file, broken);
  try {
    return await run(folder, `dist/apps/${app}/src/main.js`, settings);
  } finally {
    await writeFile(file, whole);
  }
}

async function run(cwd: string, program: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [program], { cwd, env, timeout: 60_000 });
  const [output] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, output };
}
