import { AppError, InvalidSettingsError } from '#platform';
import { isDatabaseAway } from '#store';
import { StartError } from '../supervisor/start-error.ts';

/**
 * What is printed for an error: one sentence when the user can fix it, otherwise its stack trace.
 * @param error a caught value
 */
export function explanationOf(error: unknown): string {
  if (error instanceof StartError) {
    const details = error.details === '' ? '' : `\n${error.details.replace(/^/gm, '    ')}\n`;
    return `\n${error.message}\n${details}`;
  }
  if (error instanceof InvalidSettingsError) return `\n${error.message}\n`;
  if (error instanceof AppError) return `\n${error.message} ${error.nextAction}\n`;
  if (isDatabaseAway(error)) return `\nThe database cannot be reached: ${reasonOf(error)}\n`;
  return `\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
