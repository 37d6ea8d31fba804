import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import {
  retentionDueSchema,
  retentionRuleSchema,
  retentionRulesSchema,
  taskSchema,
} from '#contracts/api';
import { ApiNoContent } from '../openapi/api-no-content.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import {
  RETENTION_DUE_EXAMPLE,
  RETENTION_RULE_BODIES,
  RETENTION_RULE_EXAMPLE,
  RETENTION_TASK_EXAMPLE,
  TRY_RETENTION_BODIES,
} from './retention.examples.ts';

export function ListRetentionRulesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the rules of retention',
      description:
        'How long recordings, transcripts and conversations are kept, the oldest rule first.',
      status: 200,
      answer: 'All rules.',
      schema: retentionRulesSchema,
      example: { items: [RETENTION_RULE_EXAMPLE] },
    }),
    ApiProblems(),
  );
}

export function SetRetentionRuleRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Set a rule of retention',
      description:
        'Sets how long something is kept after the last exchange of a conversation; it replaces the rule for the same subject, owner and project. For each conversation the most specific rule counts: one for its project before one for its owner, before one for all; so `keptDays: null` makes an exception. Rules are applied each night. Recordings and transcripts are removed for good; conversations go to the bin.',
      status: 200,
      answer: 'The rule.',
      schema: retentionRuleSchema,
      example: RETENTION_RULE_EXAMPLE,
    }),
    ApiBody({
      required: true,
      schema: { $ref: '#/components/schemas/SetRetentionRule' },
      examples: { ...RETENTION_RULE_BODIES },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function TryRetentionRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'See what retention would remove',
      description:
        'Counts what would be removed now, by the rules that are set or by other ones, and changes nothing.',
      status: 200,
      answer: 'What is due, by subject.',
      schema: retentionDueSchema,
      example: RETENTION_DUE_EXAMPLE,
    }),
    ApiBody({
      required: true,
      schema: { $ref: '#/components/schemas/TryRetention' },
      examples: { ...TRY_RETENTION_BODIES },
    }),
    ApiProblems('invalid_request'),
  );
}

export function RunRetentionRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Apply the rules of retention now',
      description: 'Starts the task that otherwise runs each night, or joins the one that is open.',
      status: 202,
      answer: 'The task.',
      schema: taskSchema,
      example: RETENTION_TASK_EXAMPLE,
      headers: { Location: 'Path of the task.' },
    }),
    ApiProblems(),
  );
}

export function RemoveRetentionRuleRoute(): MethodDecorator {
  return applyDecorators(
    ApiNoContent({
      summary: 'Remove a rule of retention',
      description: 'From then on the next less specific rule counts, or nothing is removed.',
      answer: 'It is removed.',
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
