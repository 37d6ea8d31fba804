import { describe, expect, it } from '@jest/globals';
import { fromRecord, toRecord } from './model-record.mjs';

const HERE = '/home/ada/afterword/.toolchain';
const COPY = '/srv/afterword/.toolchain';

describe('the record of the folder of a model', () => {
  it('moves with the checkout when the model is in it', () => {
    for (const folder of ['python/lib/models/tiny', 'models/hub/tiny']) {
      const record = toRecord(`${HERE}/${folder}`, HERE);
      expect(fromRecord(`${record}\n`, HERE)).toBe(`${HERE}/${folder}`);
      expect(fromRecord(record, COPY)).toBe(`${COPY}/${folder}`);
    }
  });

  it('stays where it is when the model is not in a checkout', () => {
    const record = toRecord('/home/ada/.cache/hub/tiny', HERE);
    expect(fromRecord(record, COPY)).toBe('/home/ada/.cache/hub/tiny');
  });

  it('names no model of another checkout, as earlier versions recorded it', () => {
    expect(fromRecord(`${HERE}/python/lib/models/tiny`, COPY)).toBeNull();
    expect(fromRecord(`${HERE}/python/lib/models/tiny`, HERE)).toContain(HERE);
  });
});
