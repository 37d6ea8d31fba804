import { defineQuery, defineSignal } from '@temporalio/workflow';
import { STATUS_QUERY, WORK_SIGNAL, type WorkflowStatus } from '#contracts/workflows';

/** What every workflow answers about itself. */
export const statusQuery = defineQuery<WorkflowStatus>(STATUS_QUERY);

/** Says that a conversation has work; what it is, the database knows. */
export const workSignal = defineSignal(WORK_SIGNAL);
