import { describe, expect, it } from '@jest/globals';
import { idSchema } from '#contracts/api';
import { ID_PREFIXES, type IdKind } from '#contracts/model';
import { hashedId, newId } from './ids.ts';

describe('new ids', () => {
  const kinds: readonly IdKind[] = [
    'conversation',
    'exchange',
    'turn',
    'clip',
    'segment',
    'task',
    'summary',
    'summaryEdit',
    'memory',
    'version',
    'backup',
    'snapshot',
    'project',
    'document',
    'fact',
    'report',
    'export',
    'import',
    'bulkChange',
    'replacement',
    'retentionRule',
    'erasure',
    'speakerChange',
  ];

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

describe('the id of a content', () => {
  it('is the same for the same content, and matches the schema of the API', () => {
    const id = hashedId('fact', 'a place and a value');
    expect(hashedId('fact', 'a place and a value')).toBe(id);
    expect(hashedId('fact', 'a place and another value')).not.toBe(id);
    expect(idSchema('fact').safeParse(id).success).toBe(true);
  });
});
