import { z } from 'zod';

/** `fetch` rejects URLs with credentials; keys have their own settings, which are kept secret. */
const withoutCredentials = (url: string) => {
  const { username, password } = new URL(url);
  return username === '' && password === '';
};

/** @param keySetting the setting of the key, which must not be in the URL */
export const baseUrl = (keySetting?: string) =>
  z
    .url({ protocol: /^https?$/, abort: true })
    .refine(
      withoutCredentials,
      `must not contain a user name or password${keySetting === undefined ? '' : `: use ${keySetting}`}`,
    );

/** An API key, which may be sent in a header. */
export const apiKey = () =>
  z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be plain characters without spaces')
    .optional();
