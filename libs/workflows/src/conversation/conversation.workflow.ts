import { setWorkflowOptions, workflowInfo } from '@temporalio/workflow';
import type { EntityInput } from '#contracts/workflows';
import { runEntity } from '../entity/entity-loop.ts';
import { toEntityInput, type EarlierConversationInput } from '../shared/earlier-payloads.ts';

/** The long-lived workflow of one conversation: transcribes, corrects, scores and summarises it. */
export function conversation(input: EntityInput | EarlierConversationInput): Promise<void> {
  return runEntity('conversation', toEntityInput(input));
}

// It is long-lived, so each workflow task runs on the version that is current at that time.
// Temporal accepts the option only from workers with a deployment version.
setWorkflowOptions(
  () =>
    workflowInfo().currentDeploymentVersion?.deploymentName
      ? { versioningBehavior: 'AUTO_UPGRADE' }
      : {},
  conversation,
);
