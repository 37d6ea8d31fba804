import { documentSchema, projectSchema } from '#contracts/api';
import { DOCUMENT_EXAMPLE } from '../projects/documents/documents.examples.ts';
import { PROJECT_EXAMPLE } from '../projects/projects.examples.ts';
import { DeleteRoute, RestoreRoute } from './bin-routes.openapi.ts';

export function DeleteDocumentRoute(): MethodDecorator {
  return DeleteRoute(
    'document',
    'Moves the document with what was read of it to the bin, and stops its reading. The facts that were found in it leave the project, and agents that have reported about it report again; reports that exist stay in the history of the project, and the latest is not `current` until then.',
  );
}

export function RestoreDocumentRoute(): MethodDecorator {
  return RestoreRoute(
    'document',
    'Brings it back as it was. Reading that the deletion has stopped starts again, and agents read it for their next reports. While its project is in the bin, it cannot be restored by itself.',
    { schema: documentSchema, example: DOCUMENT_EXAMPLE },
  );
}

export function DeleteProjectRoute(): MethodDecorator {
  return DeleteRoute(
    'project',
    'Moves the project with its plan, documents, facts, decisions, reports and tasks to the bin, and cancels its work. Its conversations stay, without a project.',
  );
}

export function RestoreProjectRoute(): MethodDecorator {
  return RestoreRoute(
    'project',
    'Brings it back as it was. The conversations that it had come back to it, unless they have joined another project. Work that the deletion has cancelled starts again, and its agents report again.',
    { schema: projectSchema, example: PROJECT_EXAMPLE },
  );
}
