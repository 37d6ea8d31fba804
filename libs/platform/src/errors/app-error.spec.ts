import { describe, expect, it } from '@jest/globals';
import { AppError } from './app-error.ts';

describe('AppError', () => {
  it('takes retryable and the next action from its code', () => {
    expect(new AppError('clip_too_large', 'The file is too large.')).toMatchObject({
      name: 'AppError',
      code: 'clip_too_large',
      message: 'The file is too large.',
      retryable: false,
      nextAction: 'Split the recording, or raise AFTERWORD_MAX_CLIP_MEBIBYTES.',
      details: {},
    });
    expect(new AppError('database_unavailable', 'Away.').retryable).toBe(true);
  });

  it('accepts overrides and details for one occurrence', () => {
    const cause = new Error('socket hang up');
    const error = new AppError('internal', 'It broke.', {
      ...{ cause, retryable: false },
      ...{ nextAction: 'Wait.', details: { bytes: 3 } },
    });
    expect(error).toMatchObject({ retryable: false, nextAction: 'Wait.', details: { bytes: 3 } });
    expect(error.cause).toBe(cause);
  });

  it('has no cause unless it is given one', () => {
    expect('cause' in new AppError('internal', 'It broke.')).toBe(false);
  });
});
