import { counted, type NumberWords, scaled } from './number-part.ts';

export const SPANISH: NumberWords = {
  words: new Map([
    ...counted('uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece', 1),
    ...counted('catorce quince dieciséis diecisiete dieciocho diecinueve veinte', 14),
    ...counted('veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis', 21),
    ...counted('veintisiete veintiocho veintinueve', 27),
    ...counted('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
    ...counted('cien', 100),
    ...counted('ciento doscientos trescientos cuatrocientos quinientos seiscientos', 100, 100),
    ...counted('setecientos ochocientos novecientos', 700, 100),
    ...counted('doscientas trescientas cuatrocientas quinientas seiscientas', 200, 100),
    ...counted('setecientas ochocientas novecientas', 700, 100),
    ...counted('un', 1),
    ...counted('una', 1),
    ...scaled('mil', 1e3),
    ...scaled('millón millones', 1e6),
  ]),
  own: new Set(['un', 'una', 'uno', 'once', 'mil']),
  and: 'y',
  point: ['coma', 'punto'],
};
