import type { LineEvidence } from './line-evidence.ts';
import { findName } from './find-name.ts';

const SPEAKER_WORDS: ReadonlySet<string> = new Set(['i', 'me', 'my', 'mine', 'myself']);

/** Words that name nobody. */
const NOBODY: ReadonlySet<string> = new Set(
  'we us our ours you your yours he him his she her hers it its they them their theirs none null someone somebody anyone everybody everyone nobody unknown'.split(
    ' ',
  ),
);

/** Words that address somebody, in several languages. */
const ADDRESSED =
  /(?<![\p{L}\p{M}])(?:you|your|yours|du|dir|dich|dein|deine|ihnen|toi|vous|votre|usted|ustedes|você|jij|jouw)(?![\p{L}\p{M}])/iu;

/**
 * The person whom a draft names, as the source spells the name: the speaker of the line, a name in
 * it, or somebody whom the line addresses: who spoke just before it, or answers it. Who answers a
 * question was asked. A pronoun may stand for a name in the line before.
 * @returns `null` for nobody, `false` for a person who is not in the source
 */
export function checkWho(who: string | null, line: LineEvidence): string | null | false {
  const name = (who ?? '').trim();
  const key = name.toLowerCase();
  if (name === '' || NOBODY.has(key)) return null;
  if (SPEAKER_WORDS.has(key)) return line.line.speaker;
  return (
    speakerNamed(name, line) ?? findName(line.line.text, name) ?? standsFor(name, line) ?? false
  );
}

/** "She has", after "has Mia sent the photos?": whom a pronoun in the line may stand for. */
function standsFor(name: string, { line, before }: LineEvidence): string | null {
  const asked = before.at(-1);
  return asked && PERSON.test(line.text) ? findName(asked.text, name) : null;
}

const PERSON = /(?<![\p{L}\p{M}])(?:he|she|er|sie|il|elle|él|ella)(?![\p{L}\p{M}])/iu;

function speakerNamed(name: string, line: LineEvidence): string | null {
  const { speaker, text } = line.line;
  const key = name.toLowerCase();
  if (speaker?.toLowerCase() === key) return speaker;
  const near = [...line.before, line.after].flatMap((other) => other?.speaker ?? []);
  const found = near.find((other) => other.toLowerCase() === key);
  if (found === undefined) return null;
  if (text.includes('?') && line.after?.speaker === found) return found;
  return ADDRESSED.test(text) || isCalledIn(text, found) ? found : null;
}

/** Whether a line calls a speaker by one of the words of the name, as "Tom" for "Tom Baker". */
function isCalledIn(text: string, speaker: string): boolean {
  return speaker.split(/\s+/u).some((word) => word.length > 1 && findName(text, word) !== null);
}
