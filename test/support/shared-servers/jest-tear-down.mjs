import { stopProgram } from './program.mjs';

/** Runs once after the spec files. */
export default stopProgram;
