import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where everything is built into. */
export const DIST = fileURLToPath(new URL('../../../..', import.meta.url));

/** Built module that exports every workflow. */
export const WORKFLOWS_ENTRY = path.join(DIST, 'libs/workflows/src/index.js');

/** The bundle that workers load. */
export const WORKFLOW_BUNDLE = path.join(DIST, 'workflows/workflow-bundle.js');

/** Names the version of the workflows in the bundle. */
export const WORKFLOW_BUILD_ID = path.join(DIST, 'workflows/build-id');
