/** File systems allow 255 bytes in a name; this leaves room for an id, a number and an ending. */
const MAX_BYTES = 120;
const MAX_ENDING_BYTES = 20;

/** Letters of a name that are read, however long it is. */
const MAX_READ = 1_000;

/** Names of devices that Windows does not allow, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** Characters that separate folders or have a meaning on some file system. */
const FORBIDDEN = new Set('<>:"/\\|?*');

/**
 * Characters that are not shown: control characters, marks that turn the direction of a text, private
 * and unassigned ones. Joiners stay, which some scripts and emoji need.
 */
const INVISIBLE = /^(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]$/u;

/**
 * Makes a name of a file or folder that every usual file system takes, and that shows what it says:
 * without separators, control characters, reserved names, and dots and spaces at its ends.
 * @param text any text, such as a title or the name of an uploaded file
 * @param fallback the name when nothing of the text can stay
 * @returns at most 120 bytes of UTF-8; an ending such as `.mp3` is kept
 */
export function safeName(text: string, fallback: string): string {
  const clean = trimmed(cleaned(text));
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 ? clean.slice(dot) : '';
  const kept = bytesOf(ending) <= MAX_ENDING_BYTES ? ending : '';
  const stem = trimmed(cut(clean.slice(0, clean.length - kept.length), MAX_BYTES - bytesOf(kept)));
  if (stem === '') return fallback;
  const device = stem.split('.')[0] ?? '';
  return RESERVED.test(device.trim()) ? `_${stem}${kept}` : `${stem}${kept}`;
}

/** Replaces what names must not have by spaces, and joins spaces. */
function cleaned(text: string): string {
  const letters = Array.from(beginning(text).normalize('NFC'), (letter) =>
    FORBIDDEN.has(letter) || INVISIBLE.test(letter) ? ' ' : letter,
  );
  return letters.join('').split(/\s+/u).join(' ');
}

/** The beginning of a long text, with its ending. */
function beginning(text: string): string {
  const wellFormed = text.toWellFormed();
  if (wellFormed.length <= MAX_READ) return wellFormed;
  return `${wellFormed.slice(0, MAX_READ)}${wellFormed.slice(-MAX_ENDING_BYTES)}`.toWellFormed();
}

/** Without dots and spaces at its ends. */
function trimmed(text: string): string {
  const letters = Array.from(text);
  const isKept = (letter: string) => letter !== '.' && letter !== ' ';
  const first = letters.findIndex(isKept);
  return first === -1 ? '' : letters.slice(first, letters.findLastIndex(isKept) + 1).join('');
}

/** As many whole characters as fit into a number of bytes. */
function cut(text: string, maxBytes: number): string {
  let bytes = 0;
  let kept = '';
  for (const letter of text) {
    bytes += bytesOf(letter);
    if (bytes > maxBytes) break;
    kept += letter;
  }
  return kept;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
