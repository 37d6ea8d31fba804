import { describe, expect, it } from '@jest/globals';
import { withoutWords } from './event-words.rule.ts';

describe('the words of an event', () => {
  it('go, and what are no words stays', () => {
    const created = { title: 'Divorce', tags: ['private'], projectId: 'prj_1', madeAt: 'then' };
    expect(withoutWords('conversation_created', created)).toEqual({
      ...{ title: '', tags: [], projectId: 'prj_1', madeAt: 'then' },
    });
  });

  it('go from the items of lists, and from objects', () => {
    const turns = [
      { turnId: 'trn_1', speaker: 'Ada' },
      { turnId: 'trn_2', speaker: 'Bob' },
    ];
    const added = { revision: 3, exchangeId: 'exc_1', turns };
    expect(withoutWords('exchange_added', added)).toEqual({
      ...{ revision: 3, exchangeId: 'exc_1' },
      turns: [
        { turnId: 'trn_1', speaker: '' },
        { turnId: 'trn_2', speaker: '' },
      ],
    });
    const error = { code: 'internal', stage: 'probe', retryable: true };
    const failed = { ...error, message: 'Ada.wav is empty.', nextAction: 'Send Ada.wav again.' };
    expect(withoutWords('task_failed', { attempt: 1, error: failed })).toEqual({
      attempt: 1,
      error: { ...error, message: '', nextAction: '' },
    });
    const warnings = [{ code: 'no_speech', message: 'Ada said nothing.', atMs: 5 }];
    expect(withoutWords('task_completed', { attempt: 1, stage: 'stitch', warnings })).toMatchObject(
      { warnings: [{ code: 'no_speech', message: '', atMs: 5 }] },
    );
  });

  it('include what identifies a file', () => {
    const received = { fileName: 'Ada.wav', sha256: 'a'.repeat(64), sizeBytes: 7, speaker: 'Ada' };
    expect(withoutWords('clip_received', received)).toEqual({
      ...{ fileName: '', sha256: '', sizeBytes: 7, speaker: '' },
    });
  });

  it('may be in fields that another version has written, which go as a whole', () => {
    const said = { memoryId: 'mem_1', narrative: 'Ada left.', constructor: 'Ada' };
    expect(withoutWords('memory_written', { ...said, exchangeId: null })).toEqual({
      ...{ memoryId: 'mem_1', exchangeId: null },
    });
    expect(withoutWords('exchange_added', { turns: 'Ada: yes', exchangeId: 'exc_1' })).toEqual({
      ...{ turns: null, exchangeId: 'exc_1' },
    });
    expect(withoutWords('exchange_added', { turns: ['Ada'] })).toEqual({ turns: [null] });
  });

  it('may have been taken out before', () => {
    const once = withoutWords('conversation_created', { title: 'Divorce', tags: ['private'] });
    expect(withoutWords('conversation_created', once)).toEqual(once);
  });
});
