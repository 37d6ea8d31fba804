import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  addGlossaryEntriesSchema,
  bulkChangeSchema,
  effectiveGlossarySchema,
  glossarySchema,
  outdatedConversationSchema,
  previewReplacementSchema,
  previewSpeakerRenameSchema,
  renamedConversationSchema,
  rejectNameSchema,
  speakerRenameSchema,
  voiceProfileSchema,
  replacementPassageSchema,
  replacementSchema,
  setGlossaryEntrySchema,
  requestBulkChangeSchema,
  retentionDueSchema,
  retentionRuleSchema,
  setRetentionRuleSchema,
  tryRetentionSchema,
  addExchangeSchema,
  agentJobSchema,
  agentSchema,
  changeConversationSchema,
  changeProjectSchema,
  clipSchema,
  conversationSchema,
  createConversationSchema,
  createExportSchema,
  createProjectSchema,
  createTaskSchema,
  decideFactSchema,
  documentPartSchema,
  documentSchema,
  editedSegmentSchema,
  editSegmentSchema,
  exchangeSchema,
  exportSchema,
  importSchema,
  factEvidenceSchema,
  factSchema,
  memorySchema,
  enginesSchema,
  projectPlanSchema,
  projectSchema,
  reportChangesSchema,
  reportHeadSchema,
  reportSchema,
  requestReportSchema,
  retryTaskSchema,
  setProjectPlanSchema,
  startedAgentJobSchema,
  pauseQueueSchema,
  queueSchema,
  summarySchema,
  taskSchema,
  taskTypeSchema,
  textVersionSchema,
  transcriptSchema,
  writeMemorySchema,
} from '#contracts/api';
import {
  RETENTION_DUE_EXAMPLE,
  RETENTION_RULE_EXAMPLE,
  RETENTION_TASK_EXAMPLE,
} from '../retention/retention.examples.ts';
import {
  BULK_CHANGE_EXAMPLE,
  REQUESTED_BULK_CHANGE_EXAMPLE,
} from '../bulk-changes/bulk-changes.examples.ts';
import {
  APPLIED_EXAMPLE,
  PASSAGE_EXAMPLE,
  PREVIEW_EXAMPLE,
  UNDONE_EXAMPLE,
} from '../replacements/replacements.examples.ts';
import { VOICE_PROFILE_EXAMPLE } from '../voice-profiles/voice-profiles.examples.ts';
import {
  RENAMED_CONVERSATION_EXAMPLE,
  RENAME_APPLIED_EXAMPLE,
  RENAME_PREVIEW_EXAMPLE,
  RENAME_UNDONE_EXAMPLE,
} from '../speaker-renames/speaker-renames.examples.ts';
import {
  EFFECTIVE_GLOSSARY_EXAMPLE,
  GLOSSARY_EXAMPLE,
  OUTDATED_EXAMPLE,
} from '../glossaries/glossaries.examples.ts';
import { AGENT_NAMES } from '#agents';
import { useGateway } from '../../../../test/support/gateway.ts';
import { AGENT_EXAMPLE } from '../agents/agents.examples.ts';
import {
  completedJobExample,
  jobExample,
  startedJobExample,
} from '../agents/jobs/agent-jobs.examples.ts';
import { DOCUMENT_EXAMPLE, PART_EXAMPLE } from '../projects/documents/documents.examples.ts';
import { EVIDENCE_EXAMPLE, FACT_EXAMPLE } from '../projects/facts/facts.examples.ts';
import { PLAN_EXAMPLE, PROJECT_EXAMPLE } from '../projects/projects.examples.ts';
import {
  CHANGES_EXAMPLE,
  REPORT_EXAMPLE,
  REPORT_HEAD_EXAMPLE,
  REPORT_TASK_EXAMPLE,
} from '../projects/reports/reports.examples.ts';
import { TASK_TYPE_EXAMPLE } from '../tasks/task-types/task-types.examples.ts';
import { describeApi } from './describe-api.ts';
import { examplesOf, SchemaChecker } from './document-examples.fixture.ts';
import { CLIP_EXAMPLE } from '../conversations/clips/clips.examples.ts';
import { CONVERSATION_EXAMPLE } from '../conversations/conversations.examples.ts';
import { EXCHANGE_EXAMPLE } from '../conversations/exchanges/exchanges.examples.ts';
import { EDITED_SEGMENT_EXAMPLE } from '../conversations/segments/segments.examples.ts';
import { SUMMARY_EXAMPLE } from '../conversations/summaries/summaries.examples.ts';
import { TRANSCRIPT_EXAMPLE } from '../conversations/transcripts/transcripts.examples.ts';
import { TEXT_VERSION_EXAMPLE } from '../conversations/versions/versions.examples.ts';
import { EXPORT_EXAMPLE, REQUESTED_EXPORT_EXAMPLE } from '../exports/exports.examples.ts';
import { IMPORT_EXAMPLE, REQUESTED_IMPORT_EXAMPLE } from '../imports/imports.examples.ts';
import { MEMORY_EXAMPLE } from '../memories/memories.examples.ts';
import { QUEUE_EXAMPLE } from '../operation/queues/queues.examples.ts';
import { ENGINES_EXAMPLE } from '../tasks/engines/engines.examples.ts';
import {
  PENDING_TASK_EXAMPLE,
  REQUESTED_SUMMARY_EXAMPLE,
  RETRIED_EXAMPLE,
  SCORING_EXAMPLE,
  TASK_EXAMPLE,
} from '../tasks/tasks.examples.ts';

const BODIES: Readonly<Record<string, z.ZodType>> = {
  'post /conversations': createConversationSchema,
  'patch /conversations/{id}': changeConversationSchema,
  'post /conversations/{id}/exchanges': addExchangeSchema,
  'patch /conversations/{id}/segments/{segmentId}': editSegmentSchema,
  'post /memories': writeMemorySchema,
  'post /projects': createProjectSchema,
  'patch /projects/{id}': changeProjectSchema,
  'put /projects/{id}/plan': setProjectPlanSchema,
  'put /projects/{id}/facts/{factId}/decision': decideFactSchema,
  'post /projects/{id}/reports': requestReportSchema,
  'post /bulk-changes': requestBulkChangeSchema,
  'post /glossaries/{level}/{id}/entries': addGlossaryEntriesSchema,
  'put /glossaries/{level}/{id}/entries/{entryId}': setGlossaryEntrySchema,
  'post /replacements': previewReplacementSchema,
  'post /conversations/{id}/speakers/rejections': rejectNameSchema,
  'post /speaker-renames': previewSpeakerRenameSchema,
  'post /retention-rules': setRetentionRuleSchema,
  'post /retention-rules/dry-run': tryRetentionSchema,
  'post /exports': createExportSchema,
  'post /tasks': createTaskSchema,
  'post /tasks/{id}/retry': retryTaskSchema,
  'post /queues/{name}/pause': pauseQueueSchema,
};

describe('the OpenAPI document', () => {
  const gateway = useGateway({ database: false });
  let document: OpenAPIObject;
  beforeAll(async () => {
    document = describeApi(gateway.app);
  });

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
        const operation = methods[method];
        return operation ? [{ name: `${method} ${path}`, operation }] : [];
      }),
    );

  it('describes every route and its error responses', () => {
    expect(operations().length).toBeGreaterThan(10);
    for (const { name, operation } of operations()) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/\w{3}/)]);
      expect([name, operation.description]).toEqual([name, expect.stringMatching(/\w{3}/)]);
      if (name.includes('/health/')) continue;
      expect([name, Object.keys(operation.responses)]).toEqual([
        name,
        expect.arrayContaining(['500', '503']),
      ]);
    }
  });

  it('names the parameters of lists', () => {
    const names = document.paths['/tasks']?.get?.parameters?.map(
      (each) => 'name' in each && each.name,
    );
    expect(names).toEqual([
      'limit',
      'cursor',
      'type',
      'state',
      'ownerId',
      'conversationId',
      'projectId',
    ]);
  });

  it('contains everything that it references', () => {
    const text = JSON.stringify(document);
    const wanted = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(expect.arrayContaining(wanted));
  });

  it.each(AGENT_NAMES)('describes the routes of the agent %s', (agent) => {
    const routes = operations().map(({ name }) => name);
    expect(routes).toEqual(
      expect.arrayContaining([
        `get /${agent}_agent/status/{projectId}`,
        `post /${agent}_agent/status/{projectId}`,
        `get /${agent}_agent/processing_status/{projectId}`,
        `get /${agent}_agent/quick_status/{projectId}`,
        `get /${agent}_agent/history/{projectId}`,
      ]),
    );
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same each time', () => {
    expect(JSON.stringify(describeApi(gateway.app))).toBe(JSON.stringify(document));
  });

  it.each([
    ['conversation', conversationSchema, CONVERSATION_EXAMPLE],
    ['exchange', exchangeSchema, EXCHANGE_EXAMPLE],
    ['clip', clipSchema, CLIP_EXAMPLE],
    ['transcript', transcriptSchema, TRANSCRIPT_EXAMPLE],
    ['edited segment', editedSegmentSchema, EDITED_SEGMENT_EXAMPLE],
    ['summary', summarySchema, SUMMARY_EXAMPLE],
    ['memory', memorySchema, MEMORY_EXAMPLE],
    ['task', taskSchema, TASK_EXAMPLE],
    ['requested summary', taskSchema, REQUESTED_SUMMARY_EXAMPLE],
    ['scoring', taskSchema, SCORING_EXAMPLE],
    ['retried task', taskSchema, RETRIED_EXAMPLE],
    ['engines', enginesSchema, ENGINES_EXAMPLE],
    ['earlier version', textVersionSchema, TEXT_VERSION_EXAMPLE],
    ['pending task', taskSchema, PENDING_TASK_EXAMPLE],
    ['queue', queueSchema, QUEUE_EXAMPLE],
    ['task type', taskTypeSchema, TASK_TYPE_EXAMPLE],
    ['project', projectSchema, PROJECT_EXAMPLE],
    ['plan', projectPlanSchema, PLAN_EXAMPLE],
    ['document', documentSchema, DOCUMENT_EXAMPLE],
    ['part of a document', documentPartSchema, PART_EXAMPLE],
    ['fact', factSchema, FACT_EXAMPLE],
    ['fact with its source', factEvidenceSchema, EVIDENCE_EXAMPLE],
    ['report task', taskSchema, REPORT_TASK_EXAMPLE],
    ['report head', reportHeadSchema, REPORT_HEAD_EXAMPLE],
    ['report', reportSchema, REPORT_EXAMPLE],
    ['changes', reportChangesSchema, CHANGES_EXAMPLE],
    ['agent', agentSchema, AGENT_EXAMPLE],
    ['requested export', exportSchema, REQUESTED_EXPORT_EXAMPLE],
    ['export', exportSchema, EXPORT_EXAMPLE],
    ['preview of a replacement', replacementSchema, PREVIEW_EXAMPLE],
    ['applied replacement', replacementSchema, APPLIED_EXAMPLE],
    ['undone replacement', replacementSchema, UNDONE_EXAMPLE],
    ['passage of a replacement', replacementPassageSchema, PASSAGE_EXAMPLE],
    ['voice profile', voiceProfileSchema, VOICE_PROFILE_EXAMPLE],
    ['preview of a renaming', speakerRenameSchema, RENAME_PREVIEW_EXAMPLE],
    ['applied renaming', speakerRenameSchema, RENAME_APPLIED_EXAMPLE],
    ['undone renaming', speakerRenameSchema, RENAME_UNDONE_EXAMPLE],
    ['conversation of a renaming', renamedConversationSchema, RENAMED_CONVERSATION_EXAMPLE],
    ['glossary', glossarySchema, GLOSSARY_EXAMPLE],
    ['effective glossary', effectiveGlossarySchema, EFFECTIVE_GLOSSARY_EXAMPLE],
    ['outdated conversation', outdatedConversationSchema, OUTDATED_EXAMPLE],
    ['requested bulk change', bulkChangeSchema, REQUESTED_BULK_CHANGE_EXAMPLE],
    ['bulk change', bulkChangeSchema, BULK_CHANGE_EXAMPLE],
    ['rule of retention', retentionRuleSchema, RETENTION_RULE_EXAMPLE],
    ['what is due', retentionDueSchema, RETENTION_DUE_EXAMPLE],
    ['retention task', taskSchema, RETENTION_TASK_EXAMPLE],
    ['requested import', importSchema, REQUESTED_IMPORT_EXAMPLE],
    ['import', importSchema, IMPORT_EXAMPLE],
    ['started refresh', startedAgentJobSchema, startedJobExample('financial')],
    ['refresh', agentJobSchema, jobExample('financial')],
    ['completed refresh', agentJobSchema, completedJobExample('financial')],
  ])('shows a valid example: %s', (_name, schema, example) => {
    expect(schema.parse(example)).toEqual(example);
  });

  it.each(Object.entries(BODIES))('shows valid bodies: %s', (route, schema) => {
    const body = operations().find(({ name }) => name === route)?.operation.requestBody;
    const { examples = {} } = (body && 'content' in body && body.content['application/json']) || {};
    const values = Object.values(examples).map((each) => ('value' in each ? each.value : each));
    expect(values.length).toBeGreaterThan(1);
    for (const value of values) expect(schema.safeParse(value).error).toBeUndefined();
  });

  it('has only examples that fit their schemas', () => {
    const examples = examplesOf(document);
    expect(examples.length).toBeGreaterThan(1_000);
    const checker = new SchemaChecker(document);
    for (const { where, schema, value } of examples) {
      expect([where, checker.faultsOf(schema, value)]).toEqual([where, []]);
    }
  });

  it('refuses unknown properties where the code does', () => {
    const checker = new SchemaChecker(document);
    for (const [route, schema] of Object.entries(BODIES)) {
      const body = operations().find(({ name }) => name === route)?.operation.requestBody;
      const media = (body && 'content' in body && body.content['application/json']) || {};
      const [example] = Object.values(media.examples ?? {});
      const given = example && 'value' in example ? example.value : {};
      const unknown = { ...given, nonsense: 1 };
      const isRefused = checker.faultsOf(media.schema ?? {}, unknown).length > 0;
      expect([route, isRefused]).toEqual([route, !schema.safeParse(unknown).success]);
    }
  });

  it('tells of every operation what is refused before it, and where the gateway is', () => {
    for (const { name, operation } of operations()) {
      const statuses = Object.keys(operation.responses);
      expect([name, statuses]).toEqual([name, expect.arrayContaining(['421'])]);
      if (!name.startsWith('get '))
        expect([name, statuses]).toEqual([name, expect.arrayContaining(['403'])]);
    }
    expect(document.servers?.map(({ url }) => url)).toEqual(['/']);
  });

  it('names the media types of recordings', () => {
    const audio = document.paths['/conversations/{id}/clips/{clipId}/audio']?.get?.responses['200'];
    const types = audio && 'content' in audio ? Object.keys(audio.content ?? {}) : [];
    expect(types).toEqual(expect.arrayContaining(['audio/mpeg', 'audio/wav', 'audio/webm']));
  });

  it('claims no licence', () => {
    expect(document.info.license).toBeUndefined();
  });
});
