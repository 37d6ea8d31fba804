import type { Agent } from '../api/types.ts';
import { tabsOf } from './project-tabs.ts';

function anAgent(name: string, label: string): Agent {
  return { name, label, description: '', factTypes: [], categories: [] };
}

describe('the tabs of a project', () => {
  it('have a dashboard for each agent, also for one that the page does not know', () => {
    const agents = [
      anAgent('financial', 'Financial'),
      anAgent('performance', 'Performance'),
      anAgent('hiring', 'Hiring'),
    ];
    const tabs = tabsOf('prj_1', agents);
    expect(tabs.map(({ label }) => label)).toEqual([
      'Overview',
      'Money',
      'Progress',
      'Hiring',
      'Conversations',
      'Settings',
    ]);
    expect(tabs[3]?.to).toEqual({
      name: 'project-agent',
      params: { id: 'prj_1', agent: 'hiring' },
    });
  });
});
