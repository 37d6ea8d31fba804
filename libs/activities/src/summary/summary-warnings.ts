import type { SummaryEvidence, SummaryForm } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';

/**
 * What a person should know about a summary.
 * @param made `null` when there was nothing to summarise
 * @param isModel whether the engine follows a prompt
 */
export function warningsOf(
  made: { readonly evidence: SummaryEvidence } | null,
  { prompt }: SummaryForm,
  isModel: boolean,
): readonly TaskWarning[] {
  if (made === null) return [NOTHING];
  const counts = Object.values(made.evidence.leftOut);
  const leftOut = counts.reduce((sum, count) => sum + count, 0);
  return [
    ...(leftOut > 0 ? [leftOutWarning(leftOut)] : []),
    ...(prompt !== null && !isModel ? [PROMPT_UNUSED] : []),
  ];
}

const NOTHING: TaskWarning = {
  code: 'nothing_to_summarise',
  message: 'Nothing has been said in this conversation yet.',
};

const PROMPT_UNUSED: TaskWarning = {
  code: 'summary_prompt_unused',
  message: 'The instructions for summaries were not followed, because only a language model can.',
};

function leftOutWarning(count: number): TaskWarning {
  const what = count === 1 ? '1 statement was' : `${count} statements were`;
  const message = `${what} left out because the conversation does not bear them out.`;
  return { code: 'summary_statements_left_out', message };
}
