import { counted, type NumberWords, scaled } from './number-part.ts';

/** "soixante-dix" and "quatre-vingts" follow from their parts. */
export const FRENCH: NumberWords = {
  words: new Map([
    ...counted('un deux trois quatre cinq six sept huit neuf dix onze douze treize', 1),
    ...counted('quatorze quinze seize', 14),
    ...counted('vingt trente quarante cinquante soixante septante', 20, 10),
    ...counted('nonante', 90),
    ...counted('vingts', 20),
    ...counted('une', 1),
    ['cent', [{ kind: 'hundred' }]],
    ['cents', [{ kind: 'hundred' }]],
    ...scaled('mille', 1e3),
    ...scaled('million millions', 1e6),
    ...scaled('milliard milliards', 1e9),
  ]),
  own: new Set(['un', 'une', 'cent', 'cents', 'sept', 'million', 'millions']),
  and: 'et',
  point: ['virgule'],
};
