import { describe, expect, it } from '@jest/globals';
import { withJson } from './report-texts.ts';

describe('an object with a property that is JSON already', () => {
  it.each(['null', '[1, 2]', '{"a": {"b": "c\\"d"}}'])(
    'is the same as with its value: %s',
    (json) => {
      const object = { one: 1, two: 'a "quote"' };
      const parsed: unknown = JSON.parse(
        Buffer.concat(withJson(object, 'the "rest"', [Buffer.from(json)])).toString(),
      );
      expect(parsed).toEqual({ ...object, 'the "rest"': JSON.parse(json) as unknown });
    },
  );
});
