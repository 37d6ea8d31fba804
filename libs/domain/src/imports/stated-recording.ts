/** The names are before the segments, whose words cannot be taken for one. */
const HEAD_CHARACTERS = 65_536;
const SEGMENTS = '"segments"';
/** As OpenTranscribe calls the recording in its JSON, and Speakr in that of its API. */
const NAME = /"(?:filename|original_filename)"\s{0,20}:\s{0,20}("(?:[^"\\]|\\.){1,1000}")/;

/** The name of the recording that a transcript in JSON states before its segments; `null` for none. */
export function statedRecording(text: string): string | null {
  const head = text.slice(0, HEAD_CHARACTERS);
  const end = head.indexOf(SEGMENTS);
  const found = NAME.exec(end < 0 ? head : head.slice(0, end))?.[1];
  if (found === undefined) return null;
  try {
    const name: unknown = JSON.parse(found);
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}
