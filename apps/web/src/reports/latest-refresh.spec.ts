import { aTask } from '../tasks/task.fixture.ts';
import { latestRefreshOf } from './latest-refresh.ts';

function aRefresh(id: string, agent: string, projectId: string) {
  const workflowId = `agent_report:${agent}:${projectId}`;
  return aTask({ id, type: 'agent_report', settings: { agent }, workflowId });
}

describe('the latest refresh of an agent', () => {
  const tasks = [
    aRefresh('tsk_4', 'financial', 'prj_2'),
    aRefresh('tsk_3', 'performance', 'prj_1'),
    aRefresh('tsk_2', 'financial', 'prj_1'),
    aRefresh('tsk_1', 'financial', 'prj_1'),
  ];

  it('is the newest of this agent and this project', () => {
    expect(latestRefreshOf(tasks, 'prj_1', 'financial')?.id).toBe('tsk_2');
    expect(latestRefreshOf(tasks, 'prj_1', 'performance')?.id).toBe('tsk_3');
  });

  it('is none before the first', () => {
    expect(latestRefreshOf(tasks, 'prj_2', 'performance')).toBeNull();
  });
});
