import type { AgentDefinition } from './agent.ts';
import { AGENTS } from './catalogue.ts';
import { checkAgents, InvalidAgentsError } from './check-agents.ts';
import { READER } from './evidence/reader.fixture.ts';

function agent(fields: Partial<AgentDefinition> = {}): AgentDefinition {
  const compute = () => ({ figures: [], blocks: [] });
  const own = { name: 'hiring', label: 'Hiring', description: '', singleValued: ['goal'] };
  return { ...READER, ...own, compute, ...fields };
}

/** What is wrong with the agents; empty when they are valid. */
function faultsOf(...agents: readonly AgentDefinition[]): readonly string[] {
  try {
    checkAgents(agents);
    return [];
  } catch (error) {
    if (error instanceof InvalidAgentsError) return error.faults;
    throw error;
  }
}

const [factType] = READER.factTypes;

describe('checkAgents', () => {
  it('accepts every agent of the catalogue', () => {
    expect(AGENTS.length).toBeGreaterThan(0);
    expect(() => checkAgents()).not.toThrow();
    expect(faultsOf(agent(), agent({ name: 'safety' }))).toEqual([]);
  });

  it('refuses two agents of one name, and names it', () => {
    expect(faultsOf(agent(), agent(), agent())).toEqual(['There are several agents “hiring”.']);
  });

  it.each(['', 'Hiring', 'hiring-agent', 'hiring/agent', '1st', 'a'.repeat(41)])(
    'refuses the name “%s”, which does not fit into a path or an id of a workflow',
    (name) => expect(faultsOf(agent({ name }))).toMatchObject([expect.stringContaining('form')]),
  );

  it('refuses a name that the page uses for another part of a project', () => {
    expect(faultsOf(agent({ name: 'settings' }))).toEqual([
      'The agent “settings” has a reserved name.',
    ]);
  });

  it('refuses a single-valued type that the agent does not read', () => {
    expect(faultsOf(agent({ singleValued: ['goal', 'salary'] }))).toEqual([
      'The agent “hiring” has no fact type “salary”, but says that it is single-valued.',
    ]);
  });

  it('refuses fact types that cannot be told apart', () => {
    const twice = [...READER.factTypes, ...READER.factTypes.slice(0, 1)];
    expect(faultsOf(agent({ factTypes: twice }))).toEqual([
      'The agent “hiring” has several fact types “expense”.',
    ]);
    const planned = { ...factType!, name: 'planned_budget' };
    expect(faultsOf(agent({ factTypes: [planned], singleValued: [] }))).toMatchObject([
      expect.stringContaining('items of the plan'),
    ]);
  });

  it('refuses an agent without fact types, categories, label or version', () => {
    const empty = { label: ' ', version: '', factTypes: [], categories: [], singleValued: [] };
    expect(faultsOf(agent(empty))).toEqual([
      'The agent “hiring” has no label.',
      'The agent “hiring” has no version.',
      'The agent “hiring” reads no type of facts.',
      'The agent “hiring” has no category.',
    ]);
  });

  it('refuses statuses and categories that are listed twice', () => {
    const factTypes = [{ ...factType!, statuses: ['paid', 'paid'] }];
    const categories = ['Other', 'other'];
    expect(faultsOf(agent({ factTypes, categories, singleValued: [] }))).toEqual([
      'The agent “hiring” has the status “paid” of “expense” several times.',
      'The agent “hiring” has the category “other” several times.',
    ]);
  });

  it('lists the faults of all agents', () => {
    expect(() =>
      checkAgents([agent({ label: '' }), agent({ name: 'safety', version: '' })]),
    ).toThrow(/“hiring” has no label.*\n.*“safety” has no version/);
  });
});
