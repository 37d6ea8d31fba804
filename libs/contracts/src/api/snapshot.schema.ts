import { z } from 'zod';
import { idSchema, timestampSchema } from './common.schema.ts';

/** A snapshot: what the change log says up to an event. */
export const snapshotSchema = z
  .object({
    id: idSchema('snapshot'),
    eventNumber: z.number().int().describe('Sequence of its last event.'),
    takenAt: timestampSchema,
    bytes: z.number().int().describe('Size of its file.'),
  })
  .meta({ id: 'Snapshot' });
export type Snapshot = z.output<typeof snapshotSchema>;

/** All snapshots; there are never more than the few that are kept. */
export const snapshotListSchema = z
  .object({ items: z.array(snapshotSchema) })
  .meta({ id: 'SnapshotList' });
export type SnapshotList = z.output<typeof snapshotListSchema>;
