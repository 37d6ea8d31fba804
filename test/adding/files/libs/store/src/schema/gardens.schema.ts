import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';

/** Projection: a garden, and the litres that it has received. */
export const gardens = pgTable('gardens', {
  id: text('id').primaryKey(),
  ownerId: text('owner_id').notNull(),
  dry: boolean('dry').notNull(),
  litres: integer('litres').notNull().default(0),
});
