import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import {
  acceptedClipSchema,
  addExchangeSchema,
  addGlossaryEntriesSchema,
  cancelTasksSchema,
  changeConversationSchema,
  changeProjectSchema,
  createBackupSchema,
  createExportSchema,
  createProjectSchema,
  decideFactSchema,
  maintenanceNoticeSchema,
  restoreBackupSchema,
  createConversationSchema,
  createTaskSchema,
  editSegmentSchema,
  editSummarySchema,
  partialTextSchema,
  taskGoneSchema,
  previewReplacementSchema,
  previewSpeakerRenameSchema,
  rejectNameSchema,
  problemSchema,
  requestBulkChangeSchema,
  requestReportSchema,
  retryTaskSchema,
  setGlossaryEntrySchema,
  setProjectPlanSchema,
  setRetentionRuleSchema,
  tryRetentionSchema,
  streamDroppedSchema,
  streamReadySchema,
  taskAdvanceSchema,
  transcriptSchema,
  writeMemorySchema,
} from '#contracts/api';
import { withDoorProblems } from './door-problems.ts';
import { convertSchema, inlined } from './schema-converter.ts';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Describes the API as an OpenAPI document. The result is deterministic. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setTitle('Afterword')
    .setDescription(
      'Durable background processing of conversations: transcription, correction, summaries, memories and the reports of project agents. Errors are problem documents (RFC 9457) with a stable `code`, whether a retry may help, and what to do next.',
    )
    .setVersion('1')
    .addServer('/', 'The gateway that serves this document.')
    .addTag('conversations', 'Ordered lists of exchanges, typed and recorded.')
    .addTag('bin', 'What was deleted, which can be restored.')
    .addTag('bulk changes', 'Deleting, restoring and archiving many things at once.')
    .addTag('glossaries', 'Names and terms of owners, projects and conversations.')
    .addTag('exchanges', 'Typed turns, posted together.')
    .addTag('clips', 'Uploaded recordings.')
    .addTag('transcripts', 'Transcripts and their edits.')
    .addTag('summaries', 'Summaries of conversations.')
    .addTag('projects', 'Conversations and documents that agents report about.')
    .addTag('documents', 'Texts, tables and PDFs of projects.')
    .addTag('facts', 'What agents have read, with its sources and what people decided about it.')
    .addTag('reports', 'What agents report about projects.')
    .addTag('agents', 'The agents, and their routes in the form of earlier pages.')
    .addTag('memories', 'Narratives with their significance and their pins.')
    .addTag('tasks', 'Background tasks: create, follow, cancel and retry them.')
    .addTag('backups', 'Verified copies of everything.')
    .addTag('snapshots', 'What the change log says at a point, for faster checks.')
    .addTag('exports', 'Conversations, projects and owners as zip files.')
    .addTag('imports', 'Exports of Afterword and transcripts of other products.')
    .addTag('retention', 'How long recordings, transcripts and conversations are kept.')
    .addTag('owners', 'Usage and limits of each owner.')
    .addTag('events', 'The event log, as a stream and as a list.')
    .addTag('operation', 'Health of the gateway.')
    .build();
  const document = SwaggerModule.createDocument(app, outline, {
    operationIdFactory: operationId,
    standardSchemaConverter: (schema, { schemaType }) => {
      const converted = convertSchema(schema, schemaType);
      return converted && schemaType === 'input' ? inlined(converted) : converted;
    },
  });
  const components = { ...document.components, schemas: schemasOf(document) };
  return withDoorProblems({ ...document, components });
}

/** `ConversationsController`, `find` → `conversations_find` */
function operationId(controller: string, method: string): string {
  return `${controller.replace(/Controller$/, '').toLowerCase()}_${method}`;
}

/** Schemas that routes only reference, because they are one of several or part of a stream. */
const REFERENCED = [
  convertSchema(addExchangeSchema, 'input'),
  convertSchema(addGlossaryEntriesSchema, 'input'),
  convertSchema(setGlossaryEntrySchema, 'input'),
  convertSchema(previewReplacementSchema, 'input'),
  convertSchema(previewSpeakerRenameSchema, 'input'),
  convertSchema(rejectNameSchema, 'input'),
  convertSchema(cancelTasksSchema, 'input'),
  convertSchema(changeConversationSchema, 'input'),
  convertSchema(requestBulkChangeSchema, 'input'),
  convertSchema(changeProjectSchema, 'input'),
  convertSchema(createBackupSchema, 'input'),
  convertSchema(createExportSchema, 'input'),
  convertSchema(createProjectSchema, 'input'),
  convertSchema(decideFactSchema, 'input'),
  convertSchema(restoreBackupSchema, 'input'),
  convertSchema(createConversationSchema, 'input'),
  convertSchema(createTaskSchema, 'input'),
  convertSchema(editSegmentSchema, 'input'),
  convertSchema(editSummarySchema, 'input'),
  convertSchema(requestReportSchema, 'input'),
  convertSchema(retryTaskSchema, 'input'),
  convertSchema(setRetentionRuleSchema, 'input'),
  convertSchema(tryRetentionSchema, 'input'),
  convertSchema(setProjectPlanSchema, 'input'),
  convertSchema(writeMemorySchema, 'input'),
  convertSchema(acceptedClipSchema, 'output'),
  convertSchema(problemSchema, 'output'),
  convertSchema(partialTextSchema, 'output'),
  convertSchema(taskGoneSchema, 'output'),
  convertSchema(streamDroppedSchema, 'output'),
  convertSchema(streamReadySchema, 'output'),
  convertSchema(taskAdvanceSchema, 'output'),
  convertSchema(maintenanceNoticeSchema, 'output'),
  convertSchema(transcriptSchema, 'output'),
];

function schemasOf(document: OpenAPIObject): Schemas {
  const referenced = REFERENCED.flatMap((converted) => Object.entries(converted?.components ?? {}));
  const all = [...Object.entries(document.components?.schemas ?? {}), ...referenced];
  return Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
}
