import { createHash } from 'node:crypto';
import type { ActionItem } from '#contracts/model';

const LENGTH = 24;

/**
 * Identifies an action item within its conversation: the same text of the same turn has the same id in
 * every summary.
 */
export function actionItemId({ text, turnIds }: Pick<ActionItem, 'text' | 'turnIds'>): string {
  const content = JSON.stringify([turnIds[0] ?? '', text]);
  return `act_${createHash('sha256').update(content).digest('hex').slice(0, LENGTH)}`;
}
