import { sql, type SQL } from 'drizzle-orm';
import {
  documentParts,
  documents,
  factDecisions,
  facts,
  projectAgents,
  projects,
  readSources,
  reports,
  reportSources,
  retentionRules,
  tasks,
} from '../../schema/index.ts';
import { binTable, type BinTable } from '../bin-table.ts';

/**
 * Every table with rows that belong to a project, each after those that its rows refer to. Its
 * conversations stay. A spec compares the list with the columns of the database.
 */
export const PROJECT_TABLES: readonly BinTable[] = [
  binTable(projects, (id) => sql`id = ${id}`),
  binTable(tasks, tasksOfProject),
  binTable(retentionRules, byProject),
  binTable(documents, byProject),
  binTable(
    documentParts,
    (id) => sql`document_id IN (SELECT id FROM documents WHERE project_id = ${id})`,
  ),
  binTable(projectAgents, byProject),
  binTable(readSources, byProject),
  binTable(facts, byProject),
  binTable(factDecisions, byProject),
  binTable(reports, byProject),
  binTable(
    reportSources,
    (id) => sql`report_id IN (SELECT id FROM reports WHERE project_id = ${id})`,
  ),
];

/** The condition of the tasks that work on a project, its documents included. */
export function tasksOfProject(id: string): SQL {
  return sql`tasks.entity_kind = 'project' AND tasks.entity_id = ${id}`;
}

function byProject(id: string): SQL {
  return sql`project_id = ${id}`;
}
