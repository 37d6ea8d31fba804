import { beforeEach, describe, expect, it } from '@jest/globals';
import { binPageSchema, documentSchema, type ProjectDocument } from '#contracts/api';
import { useGateway } from '../../../../test/support/gateway.ts';
import { newProject } from '../projects/project.fixture.ts';

describe('a deleted document', () => {
  const gateway = useGateway();
  let projectId: string;
  beforeEach(async () => {
    projectId = (await newProject(gateway.url, { ownerId: 'ada' })).id;
  });

  const call = (method: string, path: string) => fetch(`${gateway.url}${path}`, { method });
  const pathOf = (id: string, project = projectId) => `/projects/${project}/documents/${id}`;
  const bin = async (query = '') =>
    binPageSchema.parse(await (await call('GET', `/bin${query}`)).json()).items;

  async function aDocument(): Promise<ProjectDocument> {
    const body = new FormData();
    body.append('file', new Blob(['We paid 300 euros.']), 'notes.txt');
    const path = `${gateway.url}/projects/${projectId}/documents`;
    return documentSchema.parse(await (await fetch(path, { method: 'POST', body })).json());
  }

  it('exists in no route, list or count, and comes back as it was', async () => {
    const { id, taskId } = await aDocument();
    const path = pathOf(id);
    const before = documentSchema.parse(await (await call('GET', path)).json());
    expect((await call('DELETE', path)).status).toBe(204);
    const refused = [
      ...[path, `${path}/parts`, `${path}/file`].map((each) => call('GET', each)),
      ...[`/tasks/${taskId}`, `/tasks/${taskId}/events`].map((each) => call('GET', each)),
      ...['cancel', 'retry'].map((each) => call('POST', `/tasks/${taskId}/${each}`)),
      call('DELETE', path),
    ];
    const statuses = (await Promise.all(refused)).map(({ status }) => status);
    expect(statuses).toEqual(refused.map(() => 404));
    for (const list of [`/projects/${projectId}/documents`, `/tasks?projectId=${projectId}`]) {
      expect(await (await call('GET', list)).text()).not.toContain(id);
    }
    const project = await (await call('GET', `/projects/${projectId}`)).json();
    expect(project).toMatchObject({ documentCount: 0 });
    expect((await bin('?ownerId=ada'))[0]).toMatchObject({
      ...{ kind: 'document', id, belongsTo: projectId, title: 'notes.txt' },
    });
    const restored = await call('POST', `${path}/restore`);
    expect([restored.status, documentSchema.parse(await restored.json())]).toEqual([200, before]);
    expect(await (await call('GET', `/tasks/${taskId}`)).json()).toMatchObject({
      ...{ state: 'pending', attempt: 2 },
    });
  });

  it('is not found in the project of another owner, in the bin or out of it', async () => {
    const { id } = await aDocument();
    const other = (await newProject(gateway.url, { ownerId: 'eve' })).id;
    const elsewhere = async () => [
      (await call('DELETE', pathOf(id, other))).status,
      (await call('DELETE', `${pathOf(id, other)}?permanently=true`)).status,
      (await call('POST', `${pathOf(id, other)}/restore`)).status,
    ];
    expect(await elsewhere()).toEqual([404, 404, 404]);
    await call('DELETE', pathOf(id));
    expect(await elsewhere()).toEqual([404, 404, 404]);
    expect(JSON.stringify(await bin('?ownerId=eve'))).not.toContain(id);
    expect((await call('POST', `${pathOf(id)}/restore`)).status).toBe(200);
  });

  it('that is deleted for good, at once or from the bin, is nowhere', async () => {
    const [first, second] = [await aDocument(), await aDocument()];
    await call('DELETE', pathOf(second.id));
    for (const { id } of [first, second]) {
      const forGood = () => call('DELETE', `${pathOf(id)}?permanently=true`);
      expect((await forGood()).status).toBe(204);
      expect((await forGood()).status).toBe(404);
      expect((await call('POST', `${pathOf(id)}/restore`)).status).toBe(404);
      expect(JSON.stringify(await bin())).not.toContain(id);
    }
  });
});
