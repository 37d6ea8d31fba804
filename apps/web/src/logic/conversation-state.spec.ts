import { stateOfConversation, statesByConversation } from './conversation-state.ts';

describe('state of a conversation', () => {
  it('is that of work going on, before that of any trouble', () => {
    expect(stateOfConversation(['failed', 'completed', 'running'])).toBe('running');
  });

  it('shows trouble even when other clips are done', () => {
    expect(stateOfConversation(['completed', 'failed'])).toBe('failed');
  });

  it('is done only when everything is', () => {
    expect(stateOfConversation(['completed', 'completed'])).toBe('completed');
    expect(stateOfConversation([])).toBeNull();
  });

  it('looks at the tasks of its own conversation alone', () => {
    const states = statesByConversation([
      { conversationId: 'a', state: 'completed' },
      { conversationId: 'b', state: 'failed' },
      { conversationId: 'a', state: 'running' },
    ]);
    expect(states.get('a')).toEqual(['completed', 'running']);
    expect(states.get('b')).toEqual(['failed']);
  });
});
