/** What front matter can hold. */
export type FrontMatterValue = string | number | boolean | readonly string[];

/**
 * YAML front matter that any YAML parser reads back as it was. Texts are always quoted: a title
 * may look like a number, a date, or a piece of YAML.
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

/** A JSON string is a YAML string, but for a few characters that YAML takes for line breaks or none. */
function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
