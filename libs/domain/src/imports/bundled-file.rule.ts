/** What a file of a zip file can be, by its name. `hidden`: nobody has put it there on purpose. */
export type BundledKind = 'transcript' | 'recording' | 'other' | 'hidden';

const TRANSCRIPTS = new Set(['srt', 'vtt', 'txt', 'json', 'csv', 'md']);
/** Most files with these endings are something else: what is in them says whether they are transcripts. */
const OFTEN_OTHERS = new Set(['csv', 'md']);
const RECORDINGS = new Set([
  ...['wav', 'wave', 'mp3', 'm4a', 'm4b', 'mp4', 'm4v', 'mov', 'aac', 'flac', 'ogg', 'oga'],
  ...['opus', 'webm', 'mkv', 'mka', 'wma', 'wmv', 'aif', 'aiff', 'aifc', 'au', 'caf', 'amr'],
  ...['3gp', '3ga', 'avi', 'mpg', 'mpeg', 'mpga', 'ac3', 'ogv', 'spx', 'w64'],
]);
/** Folders and files that systems add to what people compress. */
const HIDDEN = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** What a file can be. @param path with `/` between its parts */
export function bundledKind(path: string): BundledKind {
  if (HIDDEN.test(path)) return 'hidden';
  const { ending } = bundledName(path);
  if (TRANSCRIPTS.has(ending)) return 'transcript';
  return RECORDINGS.has(ending) ? 'recording' : 'other';
}

/** Whether a file is a transcript only if its content is one of a known layout. */
export function isOftenOther(path: string): boolean {
  return OFTEN_OTHERS.has(bundledName(path).ending);
}

/** A path in parts that can be compared, whatever the case and the composition of its characters. */
export interface BundledName {
  /** `''` at the top. */
  readonly folder: string;
  /** The name with its ending. */
  readonly name: string;
  /** The name without its ending. */
  readonly stem: string;
  /** Without its full stop; `''` for none. */
  readonly ending: string;
}

export function bundledName(path: string): BundledName {
  const comparable = path.normalize('NFC').toLowerCase();
  const slash = comparable.lastIndexOf('/');
  const name = comparable.slice(slash + 1);
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const ending = dot > 0 ? name.slice(dot + 1) : '';
  return { folder: comparable.slice(0, Math.max(0, slash)), name, stem, ending };
}
