import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import * as workflows from '#workflows';
import { buildIdOf } from './workers/build-id.ts';
import {
  expectAllWorkflows,
  WORKFLOW_BUNDLE,
  WORKFLOW_MANIFEST,
  WORKFLOWS_ENTRY,
  type WorkflowManifest,
} from './workers/workflow-bundle.ts';

/**
 * Bundles all workflows at build time. A worker then starts without a bundling step and runs
 * exactly the code that was built.
 */
const names = { workflows: Object.keys(workflows) };
expectAllWorkflows(names);
const { code } = await bundleWorkflowCode({ workflowsPath: WORKFLOWS_ENTRY });
const manifest: WorkflowManifest = { buildId: await buildIdOf(), ...names };
await mkdir(path.dirname(WORKFLOW_BUNDLE), { recursive: true });
await writeFile(WORKFLOW_BUNDLE, code);
await writeFile(WORKFLOW_MANIFEST, JSON.stringify(manifest));
