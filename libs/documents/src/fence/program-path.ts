import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The path of a program next to a module. Built files end in `.js`, sources in `.ts`.
 * @param name without the end, such as `reading.program`
 * @param moduleUrl `import.meta.url` of the module
 */
export function programPath(name: string, moduleUrl: string): string {
  const module = fileURLToPath(moduleUrl);
  return path.join(path.dirname(module), name + path.extname(module));
}
