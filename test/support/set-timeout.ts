import { jest } from '@jest/globals';

declare global {
  /** Time that a test of this project may take; set in jest.config.js. */
  var testTimeoutMs: number;
}

// Jest has no time per project of its own.
jest.setTimeout(globalThis.testTimeoutMs);
