import { existsSync } from 'node:fs';
import path from 'node:path';
import { ENGINES } from '#engines/definitions';
import { loadConfig } from '#platform';

const INSTALLED = path.resolve('.toolchain/postgres-tools/embedded_postgres/pginstall/bin');

/** The configured folder of the PostgreSQL programs, or that of set-up; `null`: those on PATH fit. */
export function postgresToolsFolder(): string | null {
  return loadConfig(ENGINES).backups.toolsFolder ?? (existsSync(INSTALLED) ? INSTALLED : null);
}
