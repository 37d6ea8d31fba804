import { z } from 'zod';
import { LANGUAGE_TASK_TYPES } from '../tasks/task-types.ts';
import { engineInfoSchema } from './engine-info.schema.ts';
import { isSpokenLanguage } from '../model/spoken-languages.ts';

/** Name of an engine that may do the work of a task; which there are, the operator says. */
export const engineNameSchema = z.string().min(1).max(200).meta({ example: 'small' });

/** What is spoken in a recording. */
export const spokenLanguageSchema = z
  .string()
  .refine(isSpokenLanguage, 'must be a known code of ISO 639-1, or auto')
  .describe('Of a transcription: the language that is spoken, as ISO 639-1; `auto` to detect it.')
  .meta({ example: 'de' });

const languageEngineSchema = engineNameSchema
  .describe('A language engine: `builtin`, or a model as `provider:model`.')
  .meta({ example: 'anthropic:claude-sonnet-4-5' });

/** An engine that the operator has not chosen but could use. */
export const offeredEngineSchema = z
  .object({
    engine: languageEngineSchema,
    setting: z
      .string()
      .describe('The line with which an operator makes it the default.')
      .meta({ example: 'AFTERWORD_LANGUAGE_ENGINE=ollama:llama3.1' }),
  })
  .meta({ id: 'OfferedEngine' });
export type OfferedEngine = z.output<typeof offeredEngineSchema>;

/** Answer of `GET /engines`: what tasks use, and what they may ask for in their settings. */
export const enginesSchema = z
  .object({
    speech: z
      .object({
        default: engineNameSchema,
        available: z.array(engineNameSchema),
        language: spokenLanguageSchema.describe(
          'The language of a recording for which nobody says one, as ISO 639-1; `auto` to detect it.',
        ),
        languages: z
          .array(z.string())
          .describe('The languages that a transcription may be asked for, as ISO 639-1.')
          .meta({ example: ['de', 'en'] }),
      })
      .describe('Speech models, for transcriptions.'),
    language: z
      .object({
        default: languageEngineSchema,
        available: z.array(languageEngineSchema),
        ofType: z
          .record(z.enum(LANGUAGE_TASK_TYPES), languageEngineSchema)
          .describe('The engine of each task type, for tasks that request none.'),
        offered: z
          .array(offeredEngineSchema)
          .describe('Models of an Ollama that was found at the start. They are not used.'),
      })
      .describe('Language engines, for corrections, summaries, significance and reports.'),
    engines: z
      .array(engineInfoSchema)
      .describe('What each engine can do, also those that could be used and are not set up.'),
  })
  .meta({ id: 'Engines' });
export type Engines = z.output<typeof enginesSchema>;
