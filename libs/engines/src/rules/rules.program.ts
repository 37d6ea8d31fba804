/** The program of a thread that works by rules: those of the builtin engine, and of the agents. */
import { AGENTS, warmUp } from '#agents';
import { serveRules } from './serve-rules.ts';

warmUp(AGENTS);
serveRules(AGENTS);
