import { projectIdOf } from './task-project.ts';

describe('the project of a task', () => {
  it('is that of a refresh', () => {
    const workflowId = 'agent_report:financial:prj_1';
    expect(projectIdOf({ type: 'agent_report', workflowId })).toBe('prj_1');
  });

  it('is none for other tasks', () => {
    expect(projectIdOf({ type: 'summary', workflowId: 'summary:cnv_1' })).toBeNull();
    expect(projectIdOf({ type: 'agent_report', workflowId: 'agent_report:tsk_1' })).toBeNull();
  });
});
