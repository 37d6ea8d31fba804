import { applyDecorators } from '@nestjs/common';
import { enginesSchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { ENGINES_EXAMPLE } from './engines.examples.ts';

export function EnginesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the engines',
      description:
        'The engines that tasks may request in their `settings`, and the defaults of each task type. The operator configures them. If none was chosen and an Ollama answered at the start, its models are offered with the line to set; they are not used. `engines` says what each can do: its languages, who speaks, times of words, whether it is asked over a network and costs something, what is missing to use it, and what went wrong when it was asked for the last time.',
      status: 200,
      answer: 'The names of the engines, and what they can do.',
      schema: enginesSchema,
      example: ENGINES_EXAMPLE,
    }),
    ApiProblems(),
  );
}
