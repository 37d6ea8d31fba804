import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ExportingInstallation, type Furnished } from '../export/furnished.fixture.ts';
import { ImportingInstallation } from './importing.fixture.ts';

const SECOND = `fct_${'2'.repeat(26)}`;
const GONE = `fct_${'3'.repeat(26)}`;

describe('facts of an export', () => {
  let here: ExportingInstallation;
  let there: ExportingInstallation;
  let furnished: Furnished;
  beforeEach(async () => {
    here = await ExportingInstallation.open();
    there = await ExportingInstallation.open();
    furnished = await here.furnish('ada');
  });
  afterEach(async () => {
    await here.close();
    await there.close();
  });

  /** Says the first fact once more. */
  async function sayAgain(): Promise<string> {
    const [first] = await here.store.rows('SELECT id FROM facts');
    await here.store.rows(
      `INSERT INTO facts SELECT (jsonb_populate_record(facts, $1)).* FROM facts`,
      [JSON.stringify({ id: SECOND, position: 1 })],
    );
    return String(first?.['id']);
  }
  const imported = async () => {
    const file = await here.export({ kind: 'project', id: furnished.projectId });
    return ImportingInstallation.of(there).import(await readFile(file));
  };

  it('keep that one is the same as another, under the ids that they get here', async () => {
    const factId = await sayAgain();
    const decision = { kind: 'sameAs', factId } as const;
    await here.store.repositories.facts.decide(furnished.projectId, SECOND, decision);
    expect((await imported()).task.warnings).toEqual([]);
    const [first, second] = await there.store.rows(
      `SELECT facts.id, position, decision FROM facts LEFT JOIN fact_decisions ON fact_id = facts.id
       ORDER BY position`,
    );
    expect(first?.['id']).not.toBe(factId);
    expect(second?.['id']).not.toBe(SECOND);
    expect(second?.['decision']).toEqual({ kind: 'sameAs', factId: first?.['id'] });
    expect(first?.['decision']).toEqual({ kind: 'confirmed' });
  });

  it('cite the turns and the conversation here', async () => {
    await imported();
    const found = await there.store.rows(
      `SELECT facts.id FROM facts
       JOIN conversations ON conversations.id = facts.source_id
       JOIN turns ON turns.id = citation->>'turnId' AND turns.conversation_id = conversations.id
       WHERE citation->>'conversationId' = conversations.id`,
    );
    expect(found).toHaveLength(1);
  });

  it('are counted when a decision is about one that is not there', async () => {
    await here.store.rows(
      `INSERT INTO fact_decisions SELECT (jsonb_populate_record(fact_decisions, $1)).*
       FROM fact_decisions`,
      [JSON.stringify({ fact_id: GONE })],
    );
    expect((await imported()).task.warnings).toMatchObject([
      {
        code: 'import_part_left_out',
        message: '1 decision or report was about facts that are not in the export, and left out.',
      },
    ]);
    expect(await there.store.count('fact_decisions')).toBe(1);
  });
});
