// Bundles the programs that `npm run build` compiled: `node bundle-programs.mjs <folder of dist>`. Each
// compiled main file is replaced by one that holds what it imports. A program has more than a thousand
// modules, and Node spends most of a start on finding and opening them.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';

/** Main files of the programs, in the folder of the build. */
const PROGRAMS = [
  'apps/cli/src/main.js',
  'apps/gateway/src/main.js',
  'apps/temporal-worker/src/main.js',
];
/**
 * Packages of many small modules that nothing but our own code imports. All others stay outside: they look
 * for files beside them, or for each other.
 */
const INSIDE = new Set(['chrono-node', 'drizzle-orm', 'zod']);

const dist = path.resolve(process.argv[2] ?? 'dist');
for (const program of PROGRAMS) await bundle(path.join(dist, program));

/** Replaces a compiled file by its bundle. @param {string} main */
async function bundle(main) {
  const bundled = await rolldown({
    input: { main },
    platform: 'node',
    external: isOutside,
    plugins: [compiled(path.dirname(main))],
    // Modules of ours register decorators and metadata when they are loaded.
    treeshake: false,
    onLog: (_level, log) => {
      throw new Error(log.message);
    },
  });
  await bundled.write({
    dir: path.dirname(main),
    entryFileNames: '[name].js',
    chunkFileNames: 'main-[name]-[hash].js',
    format: 'esm',
    sourcemap: true,
    // Node reads a map when it loads the file.
    sourcemapExcludeSources: true,
    // Documents, errors and logs name classes.
    keepNames: true,
  });
}

/** @param {string} id as it is imported */
function isOutside(id) {
  if (/^[./#]/.test(id)) return false;
  const [scope = '', name = ''] = id.split('/');
  return !INSIDE.has(scope.startsWith('@') ? `${scope}/${name}` : scope);
}

/**
 * Reads our compiled modules with their source maps, and lets each still know where it is: programs of
 * threads and files lie beside their module. @param {string} folder of the bundle
 * @returns {import('rolldown').Plugin}
 */
function compiled(folder) {
  return {
    name: 'compiled',
    load: async (id) => {
      if (!id.startsWith(dist)) return null;
      const [code, map] = await Promise.all([readFile(id, 'utf8'), readFile(`${id}.map`, 'utf8')]);
      return { code: placed(code, path.relative(folder, id)), map };
    },
  };
}

/** @param {string} code @param {string} module path from the bundle to the module */
function placed(code, module) {
  const url = `new URL(${JSON.stringify(module)}, import.meta.url).href`;
  const folder = `import.meta.dirname + ${JSON.stringify(`/${path.dirname(module)}`)}`;
  return code.replaceAll('import.meta.url', url).replaceAll('import.meta.dirname', folder);
}
