import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { PAGE_FOLDER } from './page-files.ts';
import { PageModule } from './page.module.ts';

/** As the gateway has it. */
const ROUTER = { routerOptions: { ignoreTrailingSlash: true } };

describe('the page', () => {
  let app: NestFastifyApplication;
  let folder: string;
  beforeAll(async () => {
    folder = await temporaryFolder('page');
    const module = await Test.createTestingModule({ imports: [PageModule] })
      .overrideProvider(PAGE_FOLDER)
      .useValue(path.join(folder, 'built'))
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(ROUTER), {
      logger: false,
    });
    await app.register(fastifyStatic, { serve: false, preCompressed: true });
    await app.init();
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });
  const get = (url: string) => app.inject({ method: 'GET', url });

  it('is answered with a problem document before it has been built', async () => {
    expect((await get('/app/')).statusCode).toBeGreaterThanOrEqual(400);
  });

  it('is the target of the root redirect', async () => {
    for (const url of ['/', '/app']) {
      const response = await get(url);
      expect([response.statusCode, response.headers.location]).toEqual([302, '/app/']);
    }
  });

  it('is served for all its routes, and loads nothing from other origins', async () => {
    await mkdir(path.join(folder, 'built', 'assets'), { recursive: true });
    await writeFile(path.join(folder, 'secret.txt'), 'secret');
    await writeFile(path.join(folder, 'built', 'index.html'), '<p>hello</p>');
    await writeFile(path.join(folder, 'built', 'assets', 'index-abc.js'), '1');
    for (const url of ['/app/', '/app/conversations/cnv_1', '/app/tasks?state=running']) {
      const response = await get(url);
      expect([url, response.statusCode, response.body]).toEqual([url, 200, '<p>hello</p>']);
      expect(response.headers['cache-control']).toBe('no-cache');
      expect(response.headers['content-security-policy']).toContain("default-src 'self'");
    }
  });

  it('lets browsers cache files with a content hash in their name', async () => {
    const response = await get('/app/assets/index-abc.js');
    expect(response.headers['content-type']).toMatch(/javascript/);
    expect(response.headers['cache-control']).toContain('immutable');
  });

  it('is sent compressed to who accepts it, with a tag of its own', async () => {
    const file = path.join(folder, 'built', 'assets', 'index-abc.js');
    await writeFile(`${file}.br`, 'brotli of 1');
    await writeFile(`${file}.gz`, 'gzip of 1');
    const url = '/app/assets/index-abc.js';
    const ask = (encoding: string) =>
      app.inject({ method: 'GET', url, headers: { 'accept-encoding': encoding } });
    const answers = [await ask('gzip, br'), await ask('gzip'), await ask('identity')];
    expect(answers.map(({ body }) => body)).toEqual(['brotli of 1', 'gzip of 1', '1']);
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual([
      'br',
      'gzip',
      undefined,
    ]);
    for (const { headers } of answers) {
      expect(headers['content-type']).toMatch(/javascript/);
      expect(headers['vary']).toBe('accept-encoding');
    }
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it.each([
    '/app/assets/gone.js',
    '/app/../secret.txt',
    '/app/..%2fsecret.txt',
    '/app/%2e%2e/secret.txt',
  ])('serves no other file: %s', async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.body).not.toContain('secret\n');
    expect(response.body).not.toBe('secret');
  });
});
