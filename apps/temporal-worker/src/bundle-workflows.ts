import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { buildIdOf } from './workers/build-id.ts';
import { WORKFLOW_BUILD_ID, WORKFLOW_BUNDLE, WORKFLOWS_ENTRY } from './workers/workflow-bundle.ts';

/** Bundles all workflows at build time, so that a worker starts at once and runs what was built. */
const { code } = await bundleWorkflowCode({ workflowsPath: WORKFLOWS_ENTRY });
await mkdir(path.dirname(WORKFLOW_BUNDLE), { recursive: true });
await writeFile(WORKFLOW_BUNDLE, code);
await writeFile(WORKFLOW_BUILD_ID, await buildIdOf());
