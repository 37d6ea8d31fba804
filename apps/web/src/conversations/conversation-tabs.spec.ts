import { CONVERSATION_TABS, openTab } from './conversation-tabs.ts';

describe('the tab of a conversation', () => {
  it('is the summary once there is one, and until then what is said', () => {
    expect(openTab({ tab: undefined, namesPlace: false }, true)).toBe('summary');
    expect(openTab({ tab: undefined, namesPlace: false }, false)).toBe('transcript');
    expect(CONVERSATION_TABS[0]).toBe('summary');
  });

  it('is the transcript when the address names a place in it', () => {
    expect(openTab({ tab: undefined, namesPlace: true }, true)).toBe('transcript');
  });

  it('is the one in the address, if there is such a tab', () => {
    expect(openTab({ tab: 'details', namesPlace: false }, true)).toBe('details');
    expect(openTab({ tab: 'memories', namesPlace: true }, true)).toBe('memories');
    for (const tab of ['nonsense', '', null, ['details', 'memories']]) {
      expect(openTab({ tab, namesPlace: false }, true)).toBe('summary');
    }
  });
});
