import { defineQuery, defineSignal } from '@temporalio/workflow';
import { STATUS_QUERY, WORK_SIGNAL, type WorkflowStatus } from '#contracts/workflows';

/** Query for the status of a workflow. */
export const statusQuery = defineQuery<WorkflowStatus>(STATUS_QUERY);

/** Signals that an entity may have work; the work itself is in the database. */
export const workSignal = defineSignal(WORK_SIGNAL);
