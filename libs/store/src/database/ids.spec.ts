import { describe, expect, it } from '@jest/globals';
import { idSchema } from '#contracts/api';
import { ID_PREFIXES } from '#contracts/model';
import { newId } from './ids.ts';

describe('new ids', () => {
  const kinds = [
    'conversation',
    'exchange',
    'turn',
    'clip',
    'segment',
    'task',
    'summary',
    'memory',
    'version',
    'backup',
    'snapshot',
  ] as const;

  it.each(kinds)('of a %s match the schema of the API', (kind) => {
    expect(idSchema(kind).safeParse(newId(kind)).success).toBe(true);
    expect(kinds).toHaveLength(Object.keys(ID_PREFIXES).length);
  });

  it('sort by creation, also within a millisecond', () => {
    const ids = Array.from({ length: 1000 }, () => newId('turn'));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
