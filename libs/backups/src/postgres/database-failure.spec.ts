import { describe, expect, it } from '@jest/globals';
import { databaseFailure } from './database-failure.ts';

const failed = (code?: string) =>
  databaseFailure('It failed.', Object.assign(new Error('Key (words)=(my secret)'), { code }));

describe('a statement of a backup that fails', () => {
  it('says what was tried and the code, but not the message, which may hold rows', () => {
    const error = failed('23505');
    expect(error).toMatchObject({
      code: 'backup_database_failed',
      message: 'It failed. (23505)',
      retryable: true,
    });
    expect(failed().message).toBe('It failed. (connection lost)');
  });

  it('says that the disk of the server is full, and what to do', () => {
    expect(failed('53100')).toMatchObject({
      message: 'It failed. The disk of the PostgreSQL server is full.',
      nextAction: expect.stringContaining('Free space on the disk of the PostgreSQL server'),
    });
  });

  it('is not tried again when the role lacks a privilege', () => {
    expect(failed('42501')).toMatchObject({
      retryable: false,
      nextAction: expect.stringContaining('CREATEDB'),
    });
  });
});
