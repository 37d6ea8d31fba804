import { stateOfConversation, statesByConversation } from './conversation-state.ts';

describe('state of a conversation', () => {
  it('is that of open tasks, before that of failed ones', () => {
    expect(stateOfConversation(['failed', 'completed', 'running'])).toBe('running');
  });

  it('shows a failure even when other clips are completed', () => {
    expect(stateOfConversation(['completed', 'failed'])).toBe('failed');
  });

  it('is completed only when all tasks are', () => {
    expect(stateOfConversation(['completed', 'completed'])).toBe('completed');
    expect(stateOfConversation([])).toBeNull();
  });

  it('depends only on the tasks of its own conversation', () => {
    const states = statesByConversation([
      { conversationId: 'a', state: 'completed' },
      { conversationId: 'b', state: 'failed' },
      { conversationId: 'a', state: 'running' },
    ]);
    expect(states.get('a')).toEqual(['completed', 'running']);
    expect(states.get('b')).toEqual(['failed']);
  });
});
