import { describe, expect, it } from '@jest/globals';
import { binPageSchema, projectSchema, reportSchema, taskSchema } from '#contracts/api';
import { sendJson } from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';
import { makeReport, newProject, spokenFact, talk } from '../projects/project.fixture.ts';

const SAID = 'We paid 1,200 euros for the venue.';

describe('a deleted project', () => {
  const gateway = useGateway();
  const call = (method: string, path: string) => fetch(`${gateway.url}${path}`, { method });
  const remove = (id: string, query = '') => call('DELETE', `/projects/${id}${query}`);
  const restore = (id: string) => call('POST', `/projects/${id}/restore`);
  const json = async (path: string): Promise<unknown> => (await call('GET', path)).json();
  const bin = async (query = '') => binPageSchema.parse(await json(`/bin${query}`)).items;

  async function aProject(ownerId = 'local') {
    const { id } = await newProject(gateway.url, { ownerId });
    const path = `/projects/${id}`;
    await sendJson('PUT', `${gateway.url}${path}/plan`, {
      ...{ budget: [], goals: [], milestones: [{ name: 'Opening', on: '2026-12-24' }] },
    });
    return { id, path };
  }

  /** A project with a report that rests on what was said in its conversation. */
  async function aReportedProject() {
    const { id, path } = await aProject();
    const conversationId = await talk(gateway.url, id, SAID);
    const asked = await sendJson('POST', `${gateway.url}${path}/reports`, { agent: 'financial' });
    const { id: taskId } = taskSchema.parse(await asked.json());
    const fact = await spokenFact(gateway.app, { conversationId, quote: SAID, amount: '1,200' });
    await makeReport(gateway.app, taskId, { [conversationId]: [fact] });
    const latest = `${path}/reports/latest?agent=financial`;
    const { id: reportId } = reportSchema.parse(await json(latest));
    const factPath = `${path}/facts/${fact.id}`;
    await sendJson('PUT', `${gateway.url}${factPath}/decision`, { kind: 'confirmed' });
    return { id, path, conversationId, taskId, latest, reportId, factPath };
  }

  it('exists in no route or list, and comes back as it was', async () => {
    const { id, path, conversationId, taskId, latest, reportId, factPath } =
      await aReportedProject();
    const before = projectSchema.parse(await json(path));
    const [plan, fact] = [await json(`${path}/plan`), await json(factPath)];
    expect((await remove(id)).status).toBe(204);
    const reads = [
      ...['', '/plan', '/documents', '/facts', '/reports', `/reports/${reportId}`].map(
        (part) => `${path}${part}`,
      ),
      ...[latest, factPath, `/tasks/${taskId}`],
    ];
    for (const each of reads) {
      expect([each, (await call('GET', each)).status]).toEqual([each, 404]);
    }
    expect((await remove(id)).status).toBe(404);
    expect((await call('POST', `/tasks/${taskId}/retry`)).status).toBe(404);
    for (const list of ['/projects?limit=200', `/tasks?projectId=${id}`]) {
      expect(JSON.stringify(await json(list))).not.toContain(id);
    }
    expect(await json(`/financial_agent/quick_status/${id}`)).not.toMatchObject({
      status: 'completed',
    });
    expect(await json(`/conversations/${conversationId}`)).toMatchObject({ projectId: null });
    expect((await bin('?ownerId=local'))[0]).toMatchObject({
      kind: 'project',
      id,
      belongsTo: null,
    });
    const restored = await restore(id);
    expect([restored.status, projectSchema.parse(await restored.json())]).toEqual([200, before]);
    expect([await json(`${path}/plan`), await json(factPath)]).toEqual([plan, fact]);
    expect(await json(latest)).toMatchObject({ id: reportId, current: false });
    expect(await json(`/conversations/${conversationId}`)).toMatchObject({ projectId: id });
  });

  it('is in the bin of its owner only', async () => {
    const { id } = await aProject('eve');
    await remove(id);
    expect(await bin('?ownerId=eve')).toMatchObject([{ id, ownerId: 'eve' }]);
    expect(JSON.stringify(await bin('?ownerId=ada'))).not.toContain(id);
  });

  it('that is deleted for good, at once or from the bin, is nowhere', async () => {
    const [first, second] = [await aProject(), await aProject()];
    await remove(second.id);
    for (const { id } of [first, second]) {
      expect((await remove(id, '?permanently=true')).status).toBe(204);
      expect((await remove(id, '?permanently=true')).status).toBe(404);
      expect((await restore(id)).status).toBe(404);
      expect(JSON.stringify(await bin())).not.toContain(id);
    }
    expect((await restore('prj_x')).status).toBe(400);
  });
});
