import type { TaskTypeView } from '#contracts/api';
import { kindOf, TASK_LABELS, TASKS, type TaskStep, type TaskType } from '#contracts/tasks';

/** A task type as the API shows it. */
export function toTaskType(type: TaskType): TaskTypeView {
  const { queue, of, engine, changesText, oneAtATime, waitsForQuiet } = kindOf(type);
  const { name, verb, none, unit } = TASK_LABELS[type];
  return {
    type,
    ...{ name, verb, none },
    steps: stepsOf(type),
    unit: TASKS[type].unit,
    unitName: unit,
    ...{ queue, subject: of, engine, changesText, oneAtATime, waitsForQuiet },
  };
}

function stepsOf(type: TaskType): TaskTypeView['steps'] {
  const labels: Readonly<Partial<Record<TaskStep, string>>> = TASK_LABELS[type].steps;
  const steps: readonly TaskStep[] = TASKS[type].steps;
  return steps.map((name) => ({ name, label: labels[name] ?? name }));
}
