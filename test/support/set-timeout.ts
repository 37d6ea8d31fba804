import { jest } from '@jest/globals';

declare global {
  /** Timeout of a test of this project; set in jest.config.js. */
  var testTimeoutMs: number;
}

// Jest has no timeout per project.
jest.setTimeout(globalThis.testTimeoutMs);
