import { applyDecorators } from '@nestjs/common';
import type { z } from 'zod';
import { ApiNoContent } from '../openapi/api-no-content.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';

const HOW_LONG =
  'It can be restored for as many days as the installation has set, 30 by default. With `permanently=true` it cannot, and a task removes it at once with everything that derives from it; that also works for what is in the bin.';

/** A route that moves something to the bin. @param description what that means for it */
export function DeleteRoute(noun: string, description: string): MethodDecorator {
  return applyDecorators(
    ApiNoContent({
      summary: `Delete a ${noun}`,
      description: `${description}\n\n${HOW_LONG}`,
      answer: 'It is in the bin, or on its way to be removed.',
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

/** A route that brings something back. */
export function RestoreRoute<Schema extends z.ZodType>(
  noun: string,
  description: string,
  answer: { readonly schema: Schema; readonly example: z.output<Schema> },
): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: `Restore a ${noun} from the bin`,
      description,
      status: 200,
      answer: `The restored ${noun}.`,
      ...answer,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
