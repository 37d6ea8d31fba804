import path from 'node:path';

/** How tasks call a speech model: a name of its hub as it is, a folder by its last name. */
export function speechModelName(model: string): string {
  return path.isAbsolute(model) || model.startsWith('.') ? path.basename(model) : model;
}

/** Whether different models go by different names; the same model may be there twice. */
export function namesDiffer(models: readonly string[]): boolean {
  const different = [...new Set(models)];
  return new Set(different.map(speechModelName)).size === different.length;
}
