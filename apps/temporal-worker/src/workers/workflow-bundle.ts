import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { TASK_TYPES } from '#contracts/tasks';
import { ENTITIES, ENTITY_KINDS } from '#contracts/workflows';

/** Output folder of the build. */
export const DIST = fileURLToPath(new URL('../../../..', import.meta.url));

/** The built module that exports every workflow. */
export const WORKFLOWS_ENTRY = path.join(DIST, 'libs/workflows/src/index.js');

/** The bundle that workers load. */
export const WORKFLOW_BUNDLE = path.join(DIST, 'workflows/workflow-bundle.js');

/** Path of the manifest that the build writes next to the bundle. */
export const WORKFLOW_MANIFEST = path.join(DIST, 'workflows/manifest.json');

const manifestSchema = z.object({
  /** Version of the workflows in the bundle; see `buildIdOf`. */
  buildId: z.string(),
  /** Names of the workflows in the bundle. */
  workflows: z.array(z.string()),
});
export type WorkflowManifest = z.output<typeof manifestSchema>;

/**
 * Reads the manifest of the bundle.
 * @throws when the file is missing or not valid
 */
export async function readManifest(): Promise<WorkflowManifest> {
  return manifestSchema.parse(JSON.parse(await readFile(WORKFLOW_MANIFEST, 'utf8')));
}

/**
 * Checks that a bundle has a workflow for each task type and each entity kind.
 * @throws Error that names each missing workflow
 */
export function expectAllWorkflows({ workflows }: Pick<WorkflowManifest, 'workflows'>): void {
  const wanted = [...TASK_TYPES, ...ENTITY_KINDS.map((kind) => ENTITIES[kind].workflow)];
  const missing = wanted.filter((name) => !workflows.includes(name));
  if (missing.length === 0) return;
  throw new Error(
    `There is no workflow for ${missing.join(', ')}; export it from libs/workflows/src/index.ts, or build again.`,
  );
}
