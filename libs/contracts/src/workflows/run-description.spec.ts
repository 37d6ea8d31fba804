import { describe, expect, it } from '@jest/globals';
import { describeRun, titleOf, type DescribedRun } from './run-description.ts';

const RUN: DescribedRun = {
  taskId: 'tsk_1',
  attempt: 1,
  type: 'correction',
  ownerId: 'ada',
  conversationId: 'cnv_1',
  clipId: null,
  total: 3,
  label: null,
};

describe('the title of a run in the Temporal Web UI', () => {
  it('has type, length and owner', () => {
    expect(titleOf(RUN)).toBe('correction · 3 segments · ada');
    expect(titleOf({ ...RUN, total: 1 })).toBe('correction · 1 segment · ada');
    expect(titleOf({ ...RUN, type: 'significance', total: 2 })).toBe(
      'significance · 2 memories · ada',
    );
    expect(titleOf({ ...RUN, type: 'transcription', total: 61_000 })).toBe(
      'transcription · 61 s of audio · ada',
    );
    expect(titleOf({ ...RUN, total: null })).toBe('correction · ada');
  });

  it('has a title or file name only when it is given one', () => {
    expect(titleOf({ ...RUN, label: 'Launch' })).toBe('correction · 3 segments · ada · Launch');
  });
});

describe('the details of a run in the Temporal Web UI', () => {
  it('link to the page', () => {
    const page = 'https://words.example/app';
    expect(describeRun(RUN, page).staticDetails).toContain(`(${page}/conversations/cnv_1)`);
    const { staticDetails } = describeRun({ ...RUN, conversationId: null }, page);
    expect(staticDetails).toContain(`(${page}/memories)`);
  });
});
