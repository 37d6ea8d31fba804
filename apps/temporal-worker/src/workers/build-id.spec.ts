import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { buildIdOf } from './build-id.ts';

const WORKFLOW_CODE = [
  'contracts/src/model/ids.js',
  'contracts/src/tasks/catalogue.js',
  'contracts/src/workflows/inputs.js',
  'domain/src/queue/rule.js',
  'workflows/src/conversation/conversation.workflow.js',
];

describe('the build id of the workflows', () => {
  let dist: string;
  beforeEach(async () => {
    dist = await temporaryFolder('dist');
    for (const file of WORKFLOW_CODE) await write(file, `export const name = '${file}';`);
  });
  afterEach(() => rm(dist, { recursive: true }));

  async function write(file: string, code: string): Promise<void> {
    const full = path.join(dist, 'libs', file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, code);
  }

  it('is the same for the same code, and fits into a label', async () => {
    const id = await buildIdOf(dist);
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    expect(await buildIdOf(dist)).toBe(id);
  });

  it.each(WORKFLOW_CODE)('changes with %s', async (file) => {
    const before = await buildIdOf(dist);
    await write(file, 'export const name = "changed";');
    expect(await buildIdOf(dist)).not.toBe(before);
  });

  it('changes when code moves to another file', async () => {
    const before = await buildIdOf(dist);
    const [, , , , workflow = ''] = WORKFLOW_CODE;
    await write(workflow, '');
    await write('workflows/src/conversation/moved.js', `export const name = '${workflow}';`);
    expect(await buildIdOf(dist)).not.toBe(before);
  });

  it('does not change with what workflows do not contain', async () => {
    const before = await buildIdOf(dist);
    await write('contracts/src/api/schemas.js', 'export const api = 1;');
    await write('activities/src/index.js', 'export const activities = 1;');
    await write('workflows/src/conversation/conversation.workflow.js.map', '{}');
    expect(await buildIdOf(dist)).toBe(before);
  });
});
