import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { factEvidenceSchema, factPageSchema, factSchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { EXAMPLE } from '../../openapi/example-ids.ts';
import { EVIDENCE_EXAMPLE, FACT_EXAMPLE } from './facts.examples.ts';

const CORRECTION = {
  kind: 'corrected',
  correction: { value: { kind: 'money', amount: '1250.00', currency: 'EUR' } },
};

export function ListFactsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the facts of a project',
      description:
        'What agents have read, in the order in which it was said or written, each with its place in its source; filters can be combined.',
      status: 200,
      answer: 'A page of facts.',
      schema: factPageSchema,
      example: { items: [FACT_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function FactEvidenceRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a fact with its source',
      description:
        'The fact, the lines around it with its quote and value marked, and where it can be heard.',
      status: 200,
      answer: 'The fact and its source.',
      schema: factEvidenceSchema,
      example: EVIDENCE_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function DecideFactRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Decide about a fact',
      description:
        'Confirms, corrects or rejects a fact, or says that it is the same as another one. The decision stays when the source is read again, and the agent reports again at once. A correction needs a type of the agent, a status of that type, and a value of its kind.',
      status: 200,
      answer: 'The fact with the decision.',
      schema: factSchema,
      example: { ...FACT_EXAMPLE, decision: CORRECTION },
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/FactDecision' },
      examples: {
        confirmed: { value: { kind: 'confirmed' } },
        rejected: { value: { kind: 'rejected' } },
        corrected: { value: CORRECTION },
        sameAs: { value: { kind: 'sameAs', factId: EXAMPLE.factId } },
      },
    }),
    ApiProblems('invalid_request', 'not_found', 'unsupported_media_type'),
  );
}

export function UndoDecisionRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Undo a decision',
      description:
        'The fact counts as it was read again, and the agent reports again at once. Without a decision it has no effect.',
      status: 200,
      answer: 'The fact without a decision.',
      schema: factSchema,
      example: FACT_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
