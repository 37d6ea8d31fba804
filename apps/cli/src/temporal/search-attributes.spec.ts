import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SEARCH_ATTRIBUTES } from '#contracts/workflows';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { addSearchAttributes } from './search-attributes.ts';

const { owner, task } = SEARCH_ATTRIBUTES;

describe('the search attributes of a namespace', () => {
  let temporal: TestTemporal;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
  });
  afterAll(() => temporal.close());

  const namesOf = async () => {
    const { connection, namespace } = temporal;
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace,
    });
    return Object.keys(customAttributes);
  };

  it('are completed when a version needs more of them, and left alone when none is missing', async () => {
    const { connection, namespace } = temporal;
    const searchAttributes = [owner.name, task.name];
    await connection.operatorService.removeSearchAttributes({ namespace, searchAttributes });
    expect(await namesOf()).not.toContain(owner.name);
    await addSearchAttributes(connection, namespace);
    const all = Object.values(SEARCH_ATTRIBUTES).map(({ name }) => name);
    expect(await namesOf()).toEqual(expect.arrayContaining(all));
    await addSearchAttributes(connection, namespace);
    expect(await namesOf()).toEqual(expect.arrayContaining(all));
  });
});
