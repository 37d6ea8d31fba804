import { applyDecorators } from '@nestjs/common';
import {
  modelUsageSchema,
  taskUsageSchema,
  type ModelUsage,
  type ModelUseView,
  type TaskUsage,
} from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';

const USE: ModelUseView = {
  model: 'openai:gpt-5-mini',
  requests: 4,
  inputTokens: 5_210,
  outputTokens: 1_048,
  audioMs: 0,
  unreported: 0,
  cost: '0.0033985',
  unpriced: 0,
};

const TASK_USAGE_EXAMPLE: TaskUsage = { currency: 'USD', items: [USE] };

const MODEL_USAGE_EXAMPLE: ModelUsage = {
  currency: 'USD',
  resetsAt: '2026-11-23T00:00:00.000Z',
  limits: { tokensPerDay: 500_000, costPerDay: null, ownerTokensPerDay: null },
  items: [{ day: '2026-11-22', ...USE }],
};

export function ModelUsageRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'What models have used',
      description:
        'Tokens, audio and cost by day (UTC) and model, of all owners together, and the limits of a day. Once a limit is reached, tasks wait until `resetsAt` (their `retry` has the code `language_limit_reached`), or go on with rules if `AFTERWORD_LANGUAGE_FALLBACK` says so.',
      status: 200,
      answer: 'The use of the last days.',
      schema: modelUsageSchema,
      example: MODEL_USAGE_EXAMPLE,
    }),
    ApiProblems('invalid_request'),
  );
}

export function TaskUsageRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'What a task has used of language models',
      description:
        'Tokens, audio and cost by model, summed over all requests, runs and tries of the task. Empty for a task that has asked no model, or whose answers were all stored before.',
      status: 200,
      answer: 'The use of the task.',
      schema: taskUsageSchema,
      example: TASK_USAGE_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
