import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader } from '@nestjs/swagger';
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
      headers: { ETag: 'Tag of this plan, for `If-Match`.' },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function SetPlanRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Set the plan of a project',
      description:
        'Replaces budget, goals and milestones. Agents that have reported about the project report again. With the ETag of the plan that was read in `If-Match`, it is refused when somebody else has changed the plan since.',
      status: 200,
      answer: 'The new plan.',
      schema: projectPlanSchema,
      example: PLAN_EXAMPLE,
      headers: { ETag: 'Tag of the new plan.' },
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/SetProjectPlan' },
      examples: {
        complete: { value: PLAN_EXAMPLE },
        budget: { value: { budget: [{ category: 'Venue', amount: '12000' }] } },
      },
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'ETag of the plan that is replaced.',
      schema: { type: 'string' },
    }),
    ApiProblems('invalid_request', 'not_found', 'plan_changed', 'unsupported_media_type'),
  );
}
