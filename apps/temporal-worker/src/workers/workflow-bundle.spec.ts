import { describe, expect, it } from '@jest/globals';
import * as workflows from '../../../../libs/workflows/src/index.ts';
import { expectAllWorkflows } from './workflow-bundle.ts';

describe('the workflows that a worker has', () => {
  it('are all that the catalogues name', () => {
    expect(() => expectAllWorkflows({ workflows: Object.keys(workflows) })).not.toThrow();
  });

  it('keep it from starting when one is missing, which it names', () => {
    const some = Object.keys(workflows).filter(
      (name) => !['summary', 'conversation'].includes(name),
    );
    expect(() => expectAllWorkflows({ workflows: some })).toThrow(/summary, conversation/);
  });
});
