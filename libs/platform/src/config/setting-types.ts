import { z } from 'zod';

export const port = () => z.coerce.number().int().min(1).max(65_535);
export const count = () => z.coerce.number().int().min(1);
/** A non-negative integer; 0 means no limit. */
export const limit = () => z.coerce.number().int().min(0).default(0);
export const milliseconds = () => z.coerce.number().int().min(1);
export const flag = () => z.enum(['true', 'false']).transform((value) => value === 'true');
