import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { clipSchema, conversationSchema, taskSchema, transcriptSchema } from '#contracts';
import { startGateway, type TestGateway } from '../../../../test/support/gateway.ts';
import { describeApi } from './describe-api.ts';
import {
  CLIP_EXAMPLE,
  CONVERSATION_EXAMPLE,
  TASK_EXAMPLE,
  TRANSCRIPT_EXAMPLE,
} from './examples.ts';

describe('the description of the API', () => {
  let gateway: TestGateway;
  let document: OpenAPIObject;
  beforeAll(async () => {
    gateway = await startGateway();
    document = describeApi(gateway.app);
  });
  afterAll(() => gateway.stop());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      (['get', 'post'] as const).flatMap((method) => {
        const operation = methods[method];
        return operation ? [{ name: `${method} ${path}`, operation }] : [];
      }),
    );

  it('explains every route and its error answers', () => {
    expect(operations().length).toBeGreaterThan(10);
    for (const { name, operation } of operations()) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/\w{3}/)]);
      expect([name, operation.description]).toEqual([name, expect.stringMatching(/\w{3}/)]);
      if (name.includes('/health/')) continue;
      expect([name, Object.keys(operation.responses)]).toEqual([
        name,
        expect.arrayContaining(['500', '503']),
      ]);
    }
  });

  it('names the parameters of lists', () => {
    const names = document.paths['/tasks']?.get?.parameters?.map(
      (each) => 'name' in each && each.name,
    );
    expect(names).toEqual(['limit', 'cursor', 'type', 'state', 'ownerId', 'conversationId']);
  });

  it('refers to nothing that it does not hold', () => {
    const text = JSON.stringify(document);
    const wanted = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(expect.arrayContaining(wanted));
  });

  it('comes out the same each time', () => {
    expect(JSON.stringify(describeApi(gateway.app))).toBe(JSON.stringify(document));
  });

  it('shows examples that are true', () => {
    expect(() => conversationSchema.parse(CONVERSATION_EXAMPLE)).not.toThrow();
    expect(() => clipSchema.parse(CLIP_EXAMPLE)).not.toThrow();
    expect(() => taskSchema.parse(TASK_EXAMPLE)).not.toThrow();
    expect(() => transcriptSchema.parse(TRANSCRIPT_EXAMPLE)).not.toThrow();
  });
});
