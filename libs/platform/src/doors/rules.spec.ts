import { describe, expect, it } from '@jest/globals';
import { isCrossSite } from './cross-site.rule.ts';
import { isOwnHost } from './host.rule.ts';

describe('a host name', () => {
  const names = ['notes.example', '192.168.1.20'];

  it.each([
    'localhost',
    'localhost:4700',
    'LOCALHOST:4700',
    'afterword.localhost:4700',
    '127.0.0.1:4700',
    '127.8.9.1',
    '[::1]:4700',
    'notes.example',
    'Notes.Example:8443',
    '192.168.1.20:4700',
  ])('is one of ours: %s', (host) => {
    expect(isOwnHost(host, names)).toBe(true);
  });

  it.each([
    '',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil-localhost',
    'notes.example.evil.example',
    '192.168.1.21',
    '[::2]:4700',
    'localhost:port',
    '1270.0.0.1',
  ])('is foreign: %s', (host) => {
    expect(isOwnHost(host, names)).toBe(false);
  });
});

describe('a request that a page has caused', () => {
  const known = { hosts: ['notes.example'], corsOrigins: ['https://friend.example'] };
  const host = '127.0.0.1:4700';

  it.each([
    ['of the gateway', 'http://127.0.0.1:4700', 'same-origin'],
    ['of the gateway behind a proxy that has another name', 'https://notes.example', 'same-origin'],
    ['of a listed origin', 'https://friend.example', 'cross-site'],
    ['and that was typed in', undefined, 'none'],
    ['and that a program has sent', undefined, undefined],
  ])('is not cross-site: %s', (_, origin, fetchSite) => {
    expect(isCrossSite({ host, origin, fetchSite }, known)).toBe(false);
  });

  it.each([
    ['of another site', 'https://evil.example', 'cross-site'],
    ['of another port of this machine', 'http://127.0.0.1:3000', 'same-site'],
    ['without an origin', undefined, 'cross-site'],
    ['of a file', 'null', undefined],
    ['of nonsense', 'no address', undefined],
    ['of a name that only begins alike', 'https://notes.example.evil.example', 'cross-site'],
  ])('is cross-site: %s', (_, origin, fetchSite) => {
    expect(isCrossSite({ host, origin, fetchSite }, known)).toBe(true);
  });
});
