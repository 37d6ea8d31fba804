/** A value that front matter can hold. */
export type FrontMatterValue = string | number | boolean | readonly string[];

/**
 * YAML front matter that any YAML parser reads back unchanged. Texts are always quoted, because a
 * title may look like a number, a date or YAML syntax.
 */
export function formatFrontMatter(fields: Readonly<Record<string, FrontMatterValue>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${formatValue(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

function formatValue(value: FrontMatterValue): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return `[${value.map(quoted).join(', ')}]`;
}

/** A JSON string is valid YAML, except for characters that are line breaks or invalid in YAML. */
function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
