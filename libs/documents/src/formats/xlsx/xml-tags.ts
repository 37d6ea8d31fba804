import { withoutReferences } from '../character-references.ts';

/** The opening tags of an element, whatever its namespace prefix is, in their order. */
export function* tagsOf(xml: string, element: string): Generator<string, undefined> {
  const tag = new RegExp(`<(?:\\w+:)?${element}(?:\\s[^<>]*)?>`, 'gu');
  for (const [text] of xml.matchAll(tag)) yield text;
}

/** The value of an attribute in an opening tag. @param name with its prefix */
export function attributeOf(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  return value === null ? null : withoutReferences(value[1] ?? value[2] ?? '');
}

/** What is between the tags of an element that occurs once; `''` without it. */
export function contentOf(xml: string, element: string): string {
  const [start] = tagsOf(xml, element);
  if (start === undefined || start.endsWith('/>')) return '';
  const from = xml.indexOf(start) + start.length;
  const end = new RegExp(`</(?:\\w+:)?${element}>`, 'u').exec(xml.slice(from));
  return end === null ? '' : xml.slice(from, from + end.index);
}
