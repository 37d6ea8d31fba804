import { defineQuery, defineSignal } from '@temporalio/workflow';
import { STATUS_QUERY, WAKE_SIGNAL, type WorkflowStatus } from '#contracts/messages';

/** What every workflow answers about itself. */
export const statusQuery = defineQuery<WorkflowStatus>(STATUS_QUERY);

/** Says that a conversation has work; what it is, the database knows. */
export const wakeSignal = defineSignal(WAKE_SIGNAL);
