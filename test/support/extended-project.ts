import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { READ_AT_RUN_TIME } from '../../scripts/set-up/build.mjs';
import type { Registration } from '../adding/registrations.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** The sources and configuration of the build. */
const COPIED = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.build.json',
  'libs',
  'apps/gateway',
  'apps/temporal-worker',
  'apps/cli',
];
const LINKED = ['node_modules', '.toolchain', 'speech', 'samples'];

/** A copy of the project with additional files. */
export interface ExtendedProject {
  readonly folder: string;
  /** Builds the copy. @throws with the output of the compiler or the bundler */
  build(): Promise<void>;
  /** Adds lines. @throws unless the place of a line is found exactly once */
  register(lines: readonly Registration[]): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Copies the project and adds files to it.
 * @param files folder whose files are copied over those of the project
 */
export async function extendedProject(files: string): Promise<ExtendedProject> {
  const folder = await temporaryFolder('extended');
  for (const each of COPIED) {
    await cp(path.join(PROJECT, each), path.join(folder, each), {
      recursive: true,
      filter: (source) => !/\.(spec|fixture)\.ts$|\/histories\//.test(source),
    });
  }
  for (const each of LINKED) await symlink(path.join(PROJECT, each), path.join(folder, each));
  await mkdir(path.join(folder, 'dist/apps'), { recursive: true });
  await symlink(path.join(PROJECT, 'dist/apps/web'), path.join(folder, 'dist/apps/web'));
  await cp(files, folder, { recursive: true });
  return {
    folder,
    build: () => build(folder),
    register: async (lines) => {
      for (const line of lines) await register(folder, line);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function register(folder: string, { file, after, line }: Registration): Promise<void> {
  const target = path.join(folder, file);
  const parts = (await readFile(target, 'utf8')).split(after);
  if (parts.length !== 2) throw new Error(`${file} has “${after}” ${parts.length - 1} times`);
  await writeFile(target, parts.join(after + line));
}

async function build(folder: string): Promise<void> {
  await node(folder, 'node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.build.json');
  for (const each of READ_AT_RUN_TIME) {
    await cp(path.join(folder, each), path.join(folder, 'dist', each), { recursive: true });
  }
  await node(folder, 'dist/apps/temporal-worker/src/bundle-workflows.js');
}

async function node(cwd: string, ...args: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [...args], { cwd });
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`${args.join(' ')} failed:\n${output}\n${String(error)}`, { cause: error });
  }
}
