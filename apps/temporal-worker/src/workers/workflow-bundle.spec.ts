import { describe, expect, it } from '@jest/globals';
import * as workflows from '../../../../libs/workflows/src/index.ts';
import { expectAllWorkflows } from './workflow-bundle.ts';

describe('expectAllWorkflows', () => {
  it('accepts the exported workflows: they include all that the catalogues name', () => {
    expect(() => expectAllWorkflows({ workflows: Object.keys(workflows) })).not.toThrow();
  });

  it('throws an error that names the missing workflows', () => {
    const incomplete = Object.keys(workflows).filter(
      (name) => !['summary', 'conversation'].includes(name),
    );
    expect(() => expectAllWorkflows({ workflows: incomplete })).toThrow(/summary, conversation/);
  });
});
