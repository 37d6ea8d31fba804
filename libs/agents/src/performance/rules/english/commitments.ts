import type { FactPattern } from '../pattern.ts';
import { OUTCOMES } from './outcomes.ts';
import { PROMISES } from './promises.ts';

/** What people take on, and whether it was done. */
export const COMMITMENTS: readonly FactPattern[] = [...OUTCOMES, ...PROMISES];
