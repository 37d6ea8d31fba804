const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/gu,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Devanagari}/gu,
  /\p{Script=Bengali}/gu,
  /\p{Script=Tamil}/gu,
  /\p{Script=Thai}/gu,
  /\p{Script=Georgian}/gu,
  /\p{Script=Armenian}/gu,
  /\p{Script=Hangul}/gu,
  /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  /\p{Script=Han}/gu,
];
/** A script with at least this share of the letters must not disappear. */
const SUBSTANTIAL = 0.2;

/**
 * Whether a text is still written in the same scripts. Glossary terms may add theirs. A text
 * without letters has no script to change.
 */
export function keepsScripts(raw: string, now: string, glossary: readonly string[]): boolean {
  const terms = glossary.join(' ');
  const letters = count(raw, /\p{L}/gu);
  if (count(now, /\p{L}/gu) === 0) return true;
  return SCRIPTS.every((script) => {
    const [before, after] = [count(raw, script), count(now, script)];
    if (after > 0) return before > 0 || count(terms, script) > 0;
    return before < letters * SUBSTANTIAL || before === 0;
  });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
