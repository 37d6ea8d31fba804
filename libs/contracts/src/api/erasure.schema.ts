import { z } from 'zod';
import { ERASED_KINDS, ERASURE_STATES } from '../model/erasures.ts';
import { idSchema, ownerIdSchema, pageOf, pageQueryOf, timestampSchema } from './common.schema.ts';
import { taskSchema } from './task.schema.ts';

/** How much there was of each kind. */
const erasureCountsSchema = z
  .record(z.enum(ERASED_KINDS), z.number().int())
  .describe(
    'What there was when it began, by kind, what was in the bin included. Events stay, without words and with the pseudonym.',
  );

/** The erasure of an owner. */
export const erasureSchema = z
  .object({
    id: idSchema('erasure'),
    ownerId: ownerIdSchema
      .nullable()
      .describe(
        'The owner, until it is completed; `null` after that, because nothing holds the name.',
      ),
    pseudonym: z
      .string()
      .describe('Takes the place of the owner in the change log.')
      .meta({ example: 'erased_01jd3k4m5n6p7q8r9s0t1v2w3x' }),
    state: z
      .enum(ERASURE_STATES)
      .describe(
        '`stopped`: its task has failed or was terminated. It goes on when it is requested again, and at the latest in the night.',
      ),
    counts: erasureCountsSchema.nullable().describe('`null` until it was counted.'),
    requestedAt: timestampSchema,
    completedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'Erasure' });
export type Erasure = z.output<typeof erasureSchema>;

/** A backup that was made before an erasure was completed. */
const holdingBackupSchema = z.object({
  id: idSchema('backup'),
  takenAt: timestampSchema,
  keptUntil: timestampSchema.describe(
    'When it is removed at the latest, if a backup is made every night. It stays longer if none is made.',
  ),
});

export const erasureDetailsSchema = erasureSchema
  .extend({
    backups: z
      .array(holdingBackupSchema)
      .nullable()
      .describe(
        'Backups that may hold what was erased, the newest first. A restore of one of them leaves the owner out. `null` when the place of the backups cannot be read now.',
      ),
  })
  .meta({ id: 'ErasureDetails' });
export type ErasureDetails = z.output<typeof erasureDetailsSchema>;

/** An accepted request for an erasure. */
export const requestedErasureSchema = z
  .object({ erasure: erasureSchema, task: taskSchema })
  .meta({ id: 'RequestedErasure' });
export type RequestedErasure = z.output<typeof requestedErasureSchema>;

/** Body of `POST /owners/{ownerId}/erasure`. */
export const eraseOwnerSchema = z
  .object({
    confirm: z
      .string()
      .max(80)
      .describe('The id of the owner once more, as a person has typed it.'),
  })
  .meta({ id: 'EraseOwner' });
export type EraseOwner = z.output<typeof eraseOwnerSchema>;

export const erasurePageSchema = pageOf(erasureSchema).meta({ id: 'ErasurePage' });
export type ErasurePage = z.output<typeof erasurePageSchema>;

/** Query of `GET /erasures`; newest first. */
export const erasureQuerySchema = pageQueryOf('erasure').meta({ id: 'ErasureQuery' });
export type ErasureQuery = z.output<typeof erasureQuerySchema>;
