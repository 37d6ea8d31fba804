import { LONGEST_TURN } from '../model/turns.ts';
import { storableTextSchema } from './common.schema.ts';

/**
 * The text of a turn. Its maximum length is documented here, and checked where a request is handled,
 * because a longer one has an error code of its own.
 */
export function turnTextSchema() {
  return storableTextSchema().meta({ maxLength: LONGEST_TURN });
}
