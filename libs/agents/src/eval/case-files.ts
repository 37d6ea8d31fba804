import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AgentCase, parseCases } from './case-format.ts';

/** A file of cases, by its name without the ending. */
export interface CaseFile {
  readonly name: string;
  readonly cases: readonly AgentCase[];
}

/**
 * Reads the files of cases in a folder, by name.
 * @throws when the folder or a file cannot be read
 */
export function readCaseFiles(folder: string): readonly CaseFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      cases: parseCases(readFileSync(join(folder, file), 'utf8')),
    }));
}
