import { entityWorkflow } from '../entity/entity-loop.ts';

/** The long-lived workflow of one garden. */
export const garden = entityWorkflow('garden');
