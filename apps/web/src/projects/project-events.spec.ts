import type { LoggedEvent } from '../api/types.ts';
import { changesProject, deletesProject } from './project-events.ts';

function event(type: string, data: LoggedEvent['data'] = {}): LoggedEvent {
  return {
    sequence: 1,
    type,
    ownerId: 'local',
    conversationId: null,
    taskId: null,
    data,
    createdAt: '2026-11-22T09:30:00.000Z',
  };
}

describe('an event of a project', () => {
  it.each([
    ['report_written', { projectId: 'prj_1' }, 'reports', true],
    ['fact_decided', { projectId: 'prj_1' }, 'reports', true],
    ['document_read', { projectId: 'prj_1' }, 'projects', true],
    ['report_written', { projectId: 'prj_2' }, 'reports', false],
    ['report_written', { projectId: 'prj_1' }, 'projects', false],
    ['installation_restored', {}, 'reports', true],
    ['project_deleted', { projectId: 'prj_1' }, 'projects', false],
  ] as const)('%s of %j changes its %s: %p', (type, data, part, expected) => {
    expect(changesProject(event(type, data), 'prj_1', part)).toBe(expected);
  });

  it('says that the project itself was deleted', () => {
    expect(deletesProject(event('project_deleted', { projectId: 'prj_1' }), 'prj_1')).toBe(true);
    expect(deletesProject(event('project_deleted', { projectId: 'prj_2' }), 'prj_1')).toBe(false);
    expect(deletesProject(event('project_changed', { projectId: 'prj_1' }), 'prj_1')).toBe(false);
  });
});
