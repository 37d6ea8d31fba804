import { describe, expect, it } from '@jest/globals';
import { s3Error } from './s3-errors.ts';

describe('errors of an S3 store', () => {
  it.each([
    ['ECONNREFUSED', 'nothing answers at its address'],
    ['ECONNRESET', 'the connection broke off'],
    ['EPIPE', 'the connection broke off'],
    ['ENOTFOUND', 'its name cannot be resolved'],
    ['EHOSTUNREACH', 'it failed (EHOSTUNREACH)'],
  ])('of the network, such as %s, say what happened', (code, reason) => {
    const error = Object.assign(new Error('connect 10.0.0.1:9000'), { code });
    expect(s3Error('s3://bucket/', error)).toMatchObject({
      code: 'backup_place_unavailable',
      details: { place: 's3://bucket/', reason },
    });
  });

  it.each([
    ['ECONNRESET', 'the connection broke off'],
    ['ETIMEDOUT', 'it does not answer in time'],
    [undefined, 'it does not answer in time'],
  ])('tell a time-out from what the SDK also calls one, such as %s', (code, reason) => {
    const error = Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code });
    expect(s3Error('s3://bucket/', error)).toMatchObject({ details: { reason } });
  });

  it('name missing credentials, without what was looked for', () => {
    const error = Object.assign(new Error('no file /root/.aws/credentials'), {
      name: 'CredentialsProviderError',
    });
    expect(s3Error('s3://bucket/', error).message).toBe(
      'The place of the backups, s3://bucket/, cannot be used: there are no credentials for it.',
    );
  });
});
