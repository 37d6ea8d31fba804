import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { TASK_TYPES } from '#contracts/tasks';
import { ENTITIES, ENTITY_KINDS } from '#contracts/workflows';

/** Where everything is built into. */
export const DIST = fileURLToPath(new URL('../../../..', import.meta.url));

/** Built module that exports every workflow. */
export const WORKFLOWS_ENTRY = path.join(DIST, 'libs/workflows/src/index.js');

/** The bundle that workers load. */
export const WORKFLOW_BUNDLE = path.join(DIST, 'workflows/workflow-bundle.js');

/** What the build says of the bundle. */
export const WORKFLOW_MANIFEST = path.join(DIST, 'workflows/manifest.json');

const manifestSchema = z.object({
  /** Names the version of the workflows in the bundle. */
  buildId: z.string(),
  /** Names of the workflows in the bundle. */
  workflows: z.array(z.string()),
});
export type WorkflowManifest = z.output<typeof manifestSchema>;

/** Reads what the build says of the bundle. */
export async function readManifest(): Promise<WorkflowManifest> {
  return manifestSchema.parse(JSON.parse(await readFile(WORKFLOW_MANIFEST, 'utf8')));
}

/**
 * Compares the workflows of a bundle with the catalogues of tasks and entities.
 * @throws Error that names each workflow that is missing
 */
export function expectAllWorkflows({ workflows }: Pick<WorkflowManifest, 'workflows'>): void {
  const wanted = [...TASK_TYPES, ...ENTITY_KINDS.map((kind) => ENTITIES[kind].workflow)];
  const missing = wanted.filter((name) => !workflows.includes(name));
  if (missing.length === 0) return;
  throw new Error(`There is no workflow for ${missing.join(', ')}; build the workflows again.`);
}
