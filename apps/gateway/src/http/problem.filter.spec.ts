import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { LoggerModule } from 'nestjs-pino';
import { problemSchema } from '#contracts/api';
import { AppError } from '#platform';
import { ProblemFilter } from './problem.filter.ts';

const FAULTS: Record<string, () => unknown> = {
  known: () => new AppError('task_not_retryable', 'It is running.'),
  unknown: () => new Error('password=secret at /home/somebody/file.ts'),
  notAnError: () => 'thrown text',
  refused: () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
  wrapped: () =>
    new Error('query failed', {
      cause: new AggregateError([Object.assign(new Error('x'), { code: '57P03' })]),
    }),
  pool: () => new Error('timeout exceeded when trying to connect'),
};

@Controller()
class FaultyController {
  @Get('faults/:name')
  fault(@Param('name') name: string): never {
    throw FAULTS[name]?.();
  }
}

@Module({
  imports: [LoggerModule.forRoot({ pinoHttp: { level: 'silent' } })],
  controllers: [FaultyController],
  providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
})
class FaultyModule {}

describe('errors', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [FaultyModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.init();
  });
  afterAll(() => app.close());

  const answerTo = async (url: string) => {
    const response = await app.inject({ method: 'GET', url });
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    const problem = problemSchema.parse(response.json());
    expect(problem.status).toBe(response.statusCode);
    return { problem, text: response.body };
  };

  it('are problem documents with a detail and a next action', async () => {
    const { problem } = await answerTo('/faults/known?secret=1');
    expect(problem).toMatchObject({
      type: 'urn:afterword:error:task_not_retryable',
      status: 409,
      detail: 'It is running.',
      instance: '/faults/known',
      retryable: false,
      nextAction:
        'Retry what has failed, was cancelled or timed out; retry what is completed with other settings.',
    });
    expect(problem.requestId).not.toBe('');
  });

  it.each(['unknown', 'notAnError'])('hide unexpected errors: %s', async (name) => {
    const { problem, text } = await answerTo(`/faults/${name}`);
    expect(problem.code).toBe('internal');
    expect(text).not.toMatch(/secret|thrown text|\.ts|at /);
  });

  it.each(['refused', 'wrapped', 'pool'])('report an unavailable database: %s', async (name) => {
    const { problem } = await answerTo(`/faults/${name}`);
    expect(problem).toMatchObject({ code: 'database_unavailable', status: 503, retryable: true });
  });

  it('name a path that does not exist', async () => {
    expect((await answerTo('/nowhere')).problem.code).toBe('not_found');
  });
});
