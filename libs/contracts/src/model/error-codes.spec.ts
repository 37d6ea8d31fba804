import { describe, expect, it } from '@jest/globals';
import { errorCodeSchema } from '../api/task-parts.schema.ts';
import { ERROR_DEFINITIONS, isErrorCode } from './error-codes.ts';

const DEFINITIONS = Object.entries(ERROR_DEFINITIONS);

describe('the error codes', () => {
  it.each(DEFINITIONS)('say what %s means and what to do about it', (code, definition) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(definition.status).toBeGreaterThanOrEqual(400);
    expect(definition.status).toBeLessThan(600);
    expect(definition.title).toMatch(/^[A-Z].*[^.]$/);
    expect(definition.nextAction).toMatch(/^[A-Z].*\.$/);
  });

  it('have different titles', () => {
    const titles = DEFINITIONS.map(([, { title }]) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('list the few client errors after which the same request may succeed later', () => {
    const clientErrors = DEFINITIONS.filter(([, { status }]) => status < 500);
    const retryable = clientErrors.filter(([, definition]) => definition.retryable);
    expect(retryable.map(([code]) => code)).toEqual([
      'summary_missing',
      'speaker_rename_not_ready',
      'request_timeout',
      'too_many_streams',
      'report_missing',
      'replacement_not_ready',
      'upload_interrupted',
      'owner_limit_reached',
      'task_cancelled',
      'task_settings_differ',
      'installation_busy',
      'owner_being_erased',
      'export_not_ready',
    ]);
  });

  it('are all in the schema of the API', () => {
    expect(errorCodeSchema.options).toEqual(Object.keys(ERROR_DEFINITIONS));
  });

  it('are distinguished from any other value', () => {
    expect(isErrorCode('not_found')).toBe(true);
    for (const other of ['', 'toString', '__proto__', 'NotFound', undefined, 404]) {
      expect(isErrorCode(other)).toBe(false);
    }
  });
});
