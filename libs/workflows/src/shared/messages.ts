import { defineQuery } from '@temporalio/workflow';
import { STATUS_QUERY, type WorkflowStatus } from '#contracts/messages';

/** What every workflow answers about itself. */
export const statusQuery = defineQuery<WorkflowStatus>(STATUS_QUERY);
