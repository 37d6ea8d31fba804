import { z } from 'zod';
import { TASK_TYPES } from '../tasks/task-types.ts';
import { timestampSchema } from './common.schema.ts';
import { errorCodeSchema } from './task-parts.schema.ts';

/** What went wrong with an engine that is asked over a network. */
const engineFailureSchema = z
  .object({
    code: errorCodeSchema,
    title: z.string().meta({ example: 'The speech service does not accept its configuration' }),
    nextAction: z.string(),
    failedAt: timestampSchema,
  })
  .meta({ id: 'EngineFailure' });

/** What an engine can do, and whether it can be used. */
export const engineInfoSchema = z
  .object({
    name: z
      .string()
      .describe('As tasks request it; of a provider without a model, the name of the provider.')
      .meta({ example: 'openai:whisper-1' }),
    kind: z
      .enum(['speech', 'language', 'voice'])
      .describe(
        'It transcribes; it corrects, summarises, scores and reports; or it tells voices apart.',
      ),
    description: z.string().meta({ example: 'Models of OpenAI that transcribe.' }),
    remote: z
      .boolean()
      .describe(
        'Whether it is asked over a network: what it works on is then sent to the place that the operator has set.',
      ),
    available: z.boolean(),
    why: z
      .string()
      .nullable()
      .describe('What an operator has to do to use it; null when it is available.')
      .meta({ example: 'Set AFTERWORD_OPENAI_API_KEY.' }),
    lastFailure: engineFailureSchema
      .nullable()
      .describe(
        'What went wrong when it was asked for the last time; null once it has answered, while the database is unavailable, and for engines of this machine.',
      ),
    usedFor: z
      .array(z.enum(TASK_TYPES))
      .describe('The task types whose tasks use it unless they request another one.'),
    languages: z
      .array(z.string())
      .nullable()
      .describe('ISO 639-1; null for many languages.')
      .meta({ example: ['en'] }),
    tellsSpeakers: z
      .boolean()
      .nullable()
      .describe('Whether a speech or voice engine says who speaks; null for language engines.'),
    wordTimes: z
      .enum(['heard', 'heard or estimated', 'estimated'])
      .nullable()
      .describe(
        'Where the times of words come from: heard, or estimated from those of segments. Null where there are none.',
      ),
    cost: z
      .enum(['none', 'known', 'unknown'])
      .describe('`none` on this machine; otherwise whether the operator has set a price.'),
  })
  .meta({ id: 'EngineInfo' });
export type EngineInfo = z.output<typeof engineInfoSchema>;
