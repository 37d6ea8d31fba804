import { entityWorkflow } from '../entity/entity-loop.ts';

/** The long-lived workflow of one project: reads its documents, and has its agents report. */
export const project = entityWorkflow('project');
