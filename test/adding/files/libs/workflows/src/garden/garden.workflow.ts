import type { EntityInput } from '#contracts/workflows';
import { runEntity } from '../entity/entity-loop.ts';

/** The long-lived workflow of one garden. */
export function garden(input: EntityInput): Promise<void> {
  return runEntity('garden', input);
}
