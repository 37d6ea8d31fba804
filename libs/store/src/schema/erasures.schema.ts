import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { ErasureCounts } from '#contracts/model';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * Erasures of owners. A completed one stays for good, so that a restore of an older backup leaves
 * its owner out; it does not hold the name any more.
 */
export const erasures = pgTable(
  'erasures',
  {
    id: text('id').primaryKey(),
    /** Takes the place of the owner's name in the change log. */
    pseudonym: text('pseudonym').notNull(),
    /** The name, until everything is erased. */
    ownerId: text('owner_id'),
    /** A salted hash, by which the owner is found in the data of an older backup. */
    ownerHash: text('owner_hash').notNull(),
    salt: text('salt').notNull(),
    /** What there was, by kind; null until it was counted. */
    counts: jsonb('counts').$type<ErasureCounts>(),
    requestedAt: moment('requested_at').notNull(),
    /** When everything was gone; null before that. */
    completedAt: moment('completed_at'),
  },
  (table) => [
    index('erasures_open')
      .on(table.ownerId)
      .where(sql`${table.ownerId} IS NOT NULL`),
  ],
);
