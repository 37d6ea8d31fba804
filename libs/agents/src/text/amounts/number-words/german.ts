import { counted, type NumberPart, type NumberWords, scaled } from './number-part.ts';

const UNITS = 'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf';
const TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig';
const TEENS = 'dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn';

const SIMPLE = new Map<string, readonly NumberPart[]>([
  ...counted(UNITS, 1),
  ...counted(TEENS, 13),
  ...counted(TENS, 20, 10),
  ...counted('dreissig', 30),
  ...counted('fuenf', 5),
  ...counted('zwoelf', 12),
  ['hundert', [{ kind: 'hundred' }]],
  ...scaled('tausend', 1e3),
]);

const ONES = ['eins', 'eine', 'einen', 'einem', 'einer'];

export const GERMAN: NumberWords = {
  words: new Map([
    ...SIMPLE,
    ...ONES.map((word) => [word, SIMPLE.get('ein') ?? []] as const),
    ...counted('zwo', 2),
    ...scaled('million millionen', 1e6),
    ...scaled('milliarde milliarden', 1e9),
  ]),
  own: new Set(['ein', 'elf', 'acht', ...ONES]),
  and: 'und',
  point: ['komma'],
};

/** Longest first, so that "drei" does not hide "dreizehn". */
const STEMS = [...SIMPLE.keys()].sort((one, other) => other.length - one.length);

const MAX_LENGTH = 60;

/** The parts of a compound such as "zwölftausendfünfhundert"; `null` when it is none. */
export function germanCompound(word: string): readonly NumberPart[] | null {
  if (word.length > MAX_LENGTH) return null;
  const parts: NumberPart[] = [];
  let rest = word;
  while (rest !== '') {
    const stem = STEMS.find((each) => rest.startsWith(each));
    if (stem === undefined) return null;
    parts.push(...(SIMPLE.get(stem) ?? []));
    rest = rest.slice(stem.length);
    const ten = /^und(.+ßig|.+zig|.+ssig)/.exec(rest) && tensAfter(rest.slice(3));
    if (ten) {
      parts.push({ kind: 'small', value: valueOf(parts.pop()) + ten.value });
      rest = rest.slice(3 + ten.length);
    } else if (rest.startsWith('und') && rest.length > 3) rest = rest.slice(3);
  }
  return parts.length > 1 || parts[0]?.kind === 'small' ? parts : null;
}

function tensAfter(rest: string): { readonly value: number; readonly length: number } | null {
  const stem = STEMS.find((each) => rest.startsWith(each));
  const value = stem === undefined ? 0 : valueOf(SIMPLE.get(stem)?.[0]);
  return stem !== undefined && value >= 20 ? { value, length: stem.length } : null;
}

function valueOf(part: NumberPart | undefined): number {
  return part?.kind === 'small' ? part.value : 0;
}
