import { standingOf as read } from '../../../text/standing.ts';
import { remembered } from '../clauses/remembered.ts';

/** How a sentence states what it says, once for all amounts of it. */
export const standingOf = remembered(read);
