/** The program of a thread that works by rules: those of the builtin engine, and of the agents. */
import os from 'node:os';
import { AGENTS, warmUp } from '#agents';
import { readLexicon } from '../language/guard/lexicon.ts';
import { checkPhrases } from '../language/phrases/check-phrases.ts';
import { serveRules } from './serve-rules.ts';

/** A little less than the loops that serve everybody. */
const NICENESS = 5;

// On Linux that of this thread only, elsewhere that of the process.
if (process.platform === 'linux') os.setPriority(NICENESS);
checkPhrases();
warmUp(AGENTS);
readLexicon();
serveRules(AGENTS);
