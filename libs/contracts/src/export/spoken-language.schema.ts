import { z } from 'zod';
import { isSpokenLanguage } from '../model/spoken-languages.ts';

/** What is spoken in recordings, ISO 639-1 or `auto`. */
export const exportedLanguageSchema = z.string().refine(isSpokenLanguage);
