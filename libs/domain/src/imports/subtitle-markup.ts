/** A part of a cue that one voice says. */
export interface VoicedText {
  /** `null` when no tag names a speaker. */
  readonly speaker: string | null;
  readonly text: string;
}

/** Names of tags without meaning for a transcript, and times within a cue. */
const TAG =
  /<(\/?)(i|b|u|s|c|v|font|lang|ruby|rt|\d{1,3}:[\d:.]{1,15})((?:\.[\w-]{1,50}){0,5})(?:\s([^<>]{0,200}))?>/gi;
const POSITION = /\{\\an?\d{1,2}\}/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
};
const ENTITY = /&(?:amp|lt|gt|quot|#39|nbsp|lrm|rlm);/g;

/**
 * Takes the tags out of a cue. What only looks like a tag stays.
 * @param unescape also replaces entities, as WebVTT has them
 */
export function voicedTexts(cue: string, unescape: boolean): readonly VoicedText[] {
  const decode = unescape ? decoded : (text: string) => text;
  const parts: { readonly speaker: string | null; text: string }[] = [{ speaker: null, text: '' }];
  let start = 0;
  for (const found of cue.matchAll(TAG)) {
    addText(parts, cue.slice(start, found.index));
    start = found.index + found[0].length;
    const [, slash, name = '', , speaker = ''] = found;
    if (name.toLowerCase() !== 'v') continue;
    parts.push({ speaker: slash === '/' ? null : decode(speaker).trim() || null, text: '' });
  }
  addText(parts, cue.slice(start));
  return parts
    .map(({ speaker, text }) => ({ speaker, text: decode(text.replace(POSITION, '')).trim() }))
    .filter(({ text }) => text !== '');
}

function addText(parts: { text: string }[], text: string): void {
  const last = parts.at(-1);
  if (last) last.text += text;
}

function decoded(text: string): string {
  return text.replace(ENTITY, (entity) => ENTITIES[entity] ?? entity);
}
