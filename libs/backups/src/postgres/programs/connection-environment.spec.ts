import { describe, expect, it } from '@jest/globals';
import { connectionEnvironment } from './connection-environment.ts';

describe('the environment of PostgreSQL programs', () => {
  it('holds what a URL says, decoded', () => {
    const url = 'postgresql://us%40er:p%40ss%2Fw%3Ard%25@db.example:6543/after%20word';
    expect(connectionEnvironment(url)).toEqual({
      PGHOST: 'db.example',
      PGPORT: '6543',
      PGUSER: 'us@er',
      PGPASSWORD: 'p@ss/w:rd%',
      PGDATABASE: 'after word',
    });
  });

  it('leaves out what a URL does not say', () => {
    expect(connectionEnvironment('postgres://db/a')).toEqual({ PGHOST: 'db', PGDATABASE: 'a' });
  });

  it.each([
    ['postgresql:///a?host=/var/run/postgresql&port=5433', '/var/run/postgresql'],
    ['postgresql://ignored/a?host=/var/run/postgresql', '/var/run/postgresql'],
    ['postgresql://%2Fvar%2Frun%2Fpostgresql/a', '/var/run/postgresql'],
    ['postgresql://[::1]:5432/a', '::1'],
  ])('finds the host of %s', (url, host) => {
    expect(connectionEnvironment(url)['PGHOST']).toBe(host);
  });

  it.each([
    ['', {}],
    ['?sslmode=disable', { PGSSLMODE: 'disable' }],
    ['?ssl=0', { PGSSLMODE: 'disable' }],
    ['?sslmode=no-verify', { PGSSLMODE: 'require' }],
    ['?ssl=true', { PGSSLMODE: 'verify-full', PGSSLROOTCERT: 'system' }],
    ['?sslmode=require', { PGSSLMODE: 'verify-full', PGSSLROOTCERT: 'system' }],
    ['?sslmode=verify-ca&sslrootcert=/ca', { PGSSLMODE: 'verify-full', PGSSLROOTCERT: '/ca' }],
    ['?sslrootcert=/ca', { PGSSLMODE: 'verify-full', PGSSLROOTCERT: '/ca' }],
    ['?uselibpqcompat=true&sslmode=require', { PGSSLMODE: 'require' }],
    [
      '?sslmode=verify-full&sslcert=/c&sslkey=/k',
      { PGSSLMODE: 'verify-full', PGSSLROOTCERT: 'system', PGSSLCERT: '/c', PGSSLKEY: '/k' },
    ],
  ])('trusts no server that the driver would refuse: %s', (parameters, expected) => {
    const { PGHOST, PGDATABASE, ...tls } = connectionEnvironment(`postgresql://db/a${parameters}`);
    expect({ PGHOST, PGDATABASE }).toEqual({ PGHOST: 'db', PGDATABASE: 'a' });
    expect(tls).toEqual(expected);
  });

  it('passes on time limits, options and the name of the program', () => {
    const url = 'postgresql://db/a?connect_timeout=3&application_name=x&options=-c%20a%3Db';
    expect(connectionEnvironment(url)).toMatchObject({
      PGCONNECT_TIMEOUT: '3',
      PGAPPNAME: 'x',
      PGOPTIONS: '-c a=b',
    });
  });
});
