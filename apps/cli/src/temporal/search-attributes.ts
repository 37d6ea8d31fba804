import type { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '#contracts/workflows';

/** `INDEXED_VALUE_TYPE_KEYWORD` of Temporal's API. */
const KEYWORD = 2;

/**
 * Adds the search attributes that a namespace lacks. Temporal's development server has options for
 * it, but applies them only when it creates a namespace, and a newer version may have more of them.
 */
export async function addSearchAttributes(
  connection: Connection,
  namespace: string,
): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.values(SEARCH_ATTRIBUTES).filter(({ name }) => !customAttributes[name]);
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map(({ name }) => [name, KEYWORD]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}
