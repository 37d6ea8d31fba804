import type { StackPlace } from './stack.ts';
import type { NewDatabase, NewNamespace } from './shared-servers/shared-servers.types.ts';

/** An empty database at the current schema, on the PostgreSQL that all spec files share. */
export interface TestDatabase {
  /** `postgresql://…` */
  readonly url: string;
  /** Drops it, and ends the connections to it. */
  readonly drop: () => Promise<void>;
}

/**
 * Creates a database for one spec file.
 * @param originalUrl of one to copy, to which nobody is connected; without it, an empty one is created
 */
export async function newDatabase(originalUrl?: string): Promise<TestDatabase> {
  const original = originalUrl === undefined ? '' : new URL(originalUrl).pathname;
  const { name, url } = await ask<NewDatabase>('POST', `databases${original}`);
  return { url, drop: () => ask('DELETE', `databases/${name}`) };
}

/** Creates a namespace for one spec file, on the Temporal that all spec files share. */
export function newNamespace(): Promise<NewNamespace> {
  return ask('POST', 'namespaces');
}

/** The file of all workflows, which are bundled from their sources once for all spec files. */
export async function workflowBundle(): Promise<{ readonly codePath: string }> {
  return { codePath: await ask('POST', 'workflow-bundle') };
}

/** The whole product with default settings, which all spec files of a project share. */
export function sharedStack(): Promise<StackPlace> {
  return ask('POST', 'stack');
}

async function ask<Answer>(method: 'POST' | 'DELETE', route: string): Promise<Answer> {
  const url = process.env['SHARED_SERVERS_URL'];
  if (url === undefined) throw new Error('this test project has no shared servers');
  const response = await fetch(`${url}/${route}`, { method });
  if (!response.ok) throw new Error(`${route}: ${await response.text()}`);
  return (await response.json()) as Answer;
}
