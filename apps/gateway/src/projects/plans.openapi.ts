import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { projectPlanSchema } from '#contracts/api';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { PLAN_EXAMPLE } from './projects.examples.ts';

export function FindPlanRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get the plan of a project',
      description:
        'Budget, goals and milestones as they were entered by hand; empty for a new project.',
      status: 200,
      answer: 'The plan.',
      schema: projectPlanSchema,
      example: PLAN_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function SetPlanRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Set the plan of a project',
      description:
        'Replaces budget, goals and milestones. Agents that have reported about the project report again.',
      status: 200,
      answer: 'The new plan.',
      schema: projectPlanSchema,
      example: PLAN_EXAMPLE,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/SetProjectPlan' },
      examples: {
        complete: { value: PLAN_EXAMPLE },
        budget: { value: { budget: [{ category: 'Venue', amount: '12000' }] } },
      },
    }),
    ApiProblems('invalid_request', 'not_found', 'unsupported_media_type'),
  );
}
