import { applyDecorators } from '@nestjs/common';
import { agentPageSchema } from '#contracts/api';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { AGENT_EXAMPLE } from './agents.examples.ts';

export function ListAgentsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the agents',
      description: 'Every agent with the types of facts that it reads, and their statuses.',
      status: 200,
      answer: 'All agents.',
      schema: agentPageSchema,
      example: { items: [AGENT_EXAMPLE], nextCursor: null },
    }),
    ApiProblems(),
  );
}
