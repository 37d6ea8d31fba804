import { entityWorkflow } from '../entity/entity-loop.ts';

/** The long-lived workflow of one conversation: transcribes, corrects, scores and summarises it. */
export const conversation = entityWorkflow('conversation');
