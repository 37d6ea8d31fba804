import { describe, expect, it } from '@jest/globals';
import { TASKS } from './catalogue.ts';
import {
  firstStepOf,
  isTaskType,
  lastStepOf,
  TASK_STEPS,
  TASK_TYPES,
  taskTypesOf,
} from './task-types.ts';
import { TASK_LABELS } from './labels.ts';
import { isEnded, TASK_STATES } from './task-states.ts';
import { workflowIdOf } from './workflow-id.ts';

describe('the states of a task', () => {
  it('are either open or ended', () => {
    expect(TASK_STATES.filter((state) => !isEnded(state))).toEqual([
      'pending',
      'running',
      'cancelling',
    ]);
    expect(TASK_STATES.filter(isEnded)).toEqual(['completed', 'failed', 'cancelled', 'timedOut']);
  });
});

describe('the id of a workflow', () => {
  it('names the clip of a transcription, so that no clip is transcribed twice at a time', () => {
    expect(workflowIdOf('transcription', 'tsk_1', 'clp_1')).toBe('transcription:clp_1');
  });

  it('names the conversation of a summary, the installation of a backup, else the task', () => {
    expect(workflowIdOf('summary', 'tsk_1', 'cnv_1')).toBe('summary:cnv_1');
    expect(workflowIdOf('correction', 'tsk_1', 'cnv_1')).toBe('correction:tsk_1');
    expect(workflowIdOf('significance', 'tsk_1', null)).toBe('significance:tsk_1');
    expect(workflowIdOf('backup', 'tsk_1', null)).toBe('backup:installation');
  });
});

describe('the catalogue of tasks', () => {
  it('has first and last steps for each type, and labels for all steps', () => {
    for (const type of TASK_TYPES) {
      const steps: readonly string[] = TASKS[type].steps;
      expect(steps).toContain(firstStepOf(type));
      expect(steps.at(-1)).toBe(lastStepOf(type));
      expect(Object.keys(TASK_LABELS[type].steps)).toEqual(steps);
    }
    expect(new Set(TASK_STEPS).size).toBe(TASK_STEPS.length);
  });

  it('distinguishes its types from any other value, including inherited properties of objects', () => {
    expect(TASK_TYPES.every(isTaskType)).toBe(true);
    expect(['constructor', 'toString', 'Summary', '', 1, null].some(isTaskType)).toBe(false);
  });

  it('lists the types for each kind of subject', () => {
    expect(taskTypesOf('clip')).toEqual(['transcription']);
    expect(taskTypesOf('conversation')).toEqual([
      ...['diarisation', 'correction', 'summary', 'significance'],
    ]);
  });
});
