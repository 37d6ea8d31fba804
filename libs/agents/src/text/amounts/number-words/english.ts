import { counted, type NumberWords, scaled } from './number-part.ts';

export const ENGLISH: NumberWords = {
  words: new Map([
    ...counted('zero one two three four five six seven eight nine ten eleven twelve', 0),
    ...counted('thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 13),
    ...counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
    ...counted('fourty', 40),
    ['hundred', [{ kind: 'hundred' }]],
    ...scaled('thousand grand', 1e3),
    ...scaled('lakh lakhs', 1e5),
    ...scaled('million', 1e6),
    ...scaled('crore crores', 1e7),
    ...scaled('billion', 1e9),
  ]),
  own: new Set(['grand', 'billion']),
  and: 'and',
  point: ['point'],
};
