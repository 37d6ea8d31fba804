import { describe, expect, it } from '@jest/globals';
import { idSchema } from '#contracts/api';
import { ID_PREFIXES, type IdKind } from '#contracts/model';
import { hashedId, newId } from './ids.ts';

describe('new ids', () => {
  const isKind = (name: string): name is IdKind => name in ID_PREFIXES;
  const kinds = Object.keys(ID_PREFIXES).filter(isKind);

  it.each(kinds)('of a %s match the schema of the API', (kind) => {
    expect(idSchema(kind).safeParse(newId(kind)).success).toBe(true);
  });

  it('have a prefix of their own for each kind', () => {
    expect(new Set(Object.values(ID_PREFIXES)).size).toBe(kinds.length);
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
