import path from 'node:path';
import { rolldown } from 'rolldown';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** Within the project, so that packages are found. */
const FOLDER = path.join(PROJECT, '.toolchain/bundled-programs');

/**
 * Bundles a program of the tests with the libraries that it imports. Node then starts it in a fifth of the time
 * that it takes from the sources, which counts where it is started again and again.
 * @param file TypeScript source
 * @returns path of the program
 */
export async function bundledProgram(file: string): Promise<string> {
  const name = path.basename(file, '.ts');
  const bundle = await rolldown({
    input: { [name]: file },
    platform: 'node',
    external: (id) => !/^[./#]/.test(id),
    resolve: { conditionNames: ['afterword-source', 'node', 'import'] },
    treeshake: false,
    tsconfig: false,
  });
  await bundle.write({ dir: FOLDER, format: 'esm', entryFileNames: '[name].mjs', keepNames: true });
  return path.join(FOLDER, `${name}.mjs`);
}
