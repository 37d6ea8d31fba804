/** Number words of languages whose amounts are read in digits only, from two on. */
const ROWS: readonly (readonly [number, string])[] = [
  [2, 'due dois duas twee'],
  [3, 'tre três drie'],
  [4, 'quattro quatro vier'],
  [5, 'cinque cinco vijf'],
  [6, 'sei seis zes'],
  [7, 'sette sete zeven'],
  [8, 'otto oito acht'],
  [9, 'nove negen'],
  [10, 'dieci dez tien'],
  [11, 'undici onze elf'],
  [12, 'dodici doze twaalf'],
  [13, 'tredici treze dertien'],
  [14, 'quattordici catorze quatorze veertien'],
  [15, 'quindici quinze vijftien'],
  [16, 'sedici dezasseis dezesseis zestien'],
  [17, 'diciassette dezassete dezessete zeventien'],
  [18, 'diciotto dezoito achttien'],
  [19, 'diciannove dezanove dezenove negentien'],
  [20, 'venti vinte twintig'],
  [30, 'trenta trinta dertig'],
  [40, 'quaranta quarenta veertig'],
  [50, 'cinquanta cinquenta vijftig'],
  [60, 'sessanta sessenta zestig'],
  [70, 'settanta setenta zeventig'],
  [80, 'ottanta oitenta tachtig'],
  [90, 'novanta noventa negentig'],
  [100, 'cento cem honderd'],
  [1_000, 'mille mila mil duizend'],
];

/** Number words of Italian, Portuguese and Dutch, with their values. */
export const OTHER_NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  ROWS.flatMap(([value, words]) => words.split(' ').map((word): [string, number] => [word, value])),
);
