import { z } from 'zod';
import { LANGUAGE_ENGINES } from '../model/engines.ts';
import { SPOKEN_LANGUAGES } from './spoken-languages.ts';

/** Name of an engine that may do the work of a task; which there are, the operator says. */
export const engineNameSchema = z.string().min(1).max(200).meta({ example: 'small' });

const LANGUAGES: ReadonlySet<string> = new Set(['auto', ...SPOKEN_LANGUAGES]);

/** What is spoken in a recording. */
export const spokenLanguageSchema = z
  .string()
  .refine((code) => LANGUAGES.has(code), 'must be a known code of ISO 639-1, or auto')
  .describe('Of a transcription: the language that is spoken, as ISO 639-1; `auto` to detect it.')
  .meta({ example: 'de' });

/** Answer of `GET /engines`: what tasks may ask for in their settings. */
export const enginesSchema = z
  .object({
    speech: z
      .object({ default: engineNameSchema, available: z.array(engineNameSchema) })
      .describe('Speech models, for transcriptions.'),
    language: z
      .object({ default: z.enum(LANGUAGE_ENGINES), available: z.array(z.enum(LANGUAGE_ENGINES)) })
      .describe('Language engines, for corrections, summaries and significance.'),
  })
  .meta({ id: 'Engines' });
export type Engines = z.output<typeof enginesSchema>;
