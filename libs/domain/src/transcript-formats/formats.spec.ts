import { describe, expect, it } from '@jest/globals';
import { TRANSCRIPT_FORMATS } from './formats.ts';

describe('transcript formats', () => {
  it('have distinct media types, because the API describes its answers by media type', () => {
    const mediaTypes = Object.values(TRANSCRIPT_FORMATS).map(({ mediaType }) => mediaType);
    // The API's own answer is JSON.
    expect(new Set([...mediaTypes, 'application/json']).size).toBe(mediaTypes.length + 1);
  });
});
