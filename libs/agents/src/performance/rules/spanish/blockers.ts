import { fact, type FactPattern } from '../pattern.ts';
import { MILESTONE } from './words.ts';

/** What is in the way, and that it is gone, in Spanish. */
export const SPANISH_BLOCKERS: readonly FactPattern[] = [
  fact(
    'blocker',
    'resolved',
    '(?:ya |por fin )?(?:ha|han) (?:llegado|aparecido) (?:ya |por fin )?(?<what>(?:el|la|los|las) .+)',
  ),
  fact(
    'blocker',
    'open',
    'lo que nos (?:frena|bloquea|retiene|para|impide avanzar)(?: ahora)? (?:es|son) (?<what>.+)',
    {
      negation: 'allowed',
    },
  ),
  fact(
    'blocker',
    'open',
    '(?:no (?:podemos|puedo|se puede)|nadie puede) [^,.]{1,60}? (?:sin|hasta que|mientras) (?<what>.+)',
    { negation: 'allowed' },
  ),
  fact(
    'blocker',
    'resolved',
    'ya no estamos (?:bloquead|parad|atascad)[oa]s(?: por (?<what>.+))?',
    {
      negation: 'allowed',
      about: 'clause before',
    },
  ),
  fact(
    'blocker',
    'resolved',
    `${MILESTONE} (?:está|ya está|se ha) (?:resuelt[oa]|solucionad[oa]|desbloquead[oa])`,
  ),
  fact(
    'blocker',
    'resolved',
    `${MILESTONE} (?:ya |por fin )?(?:ha llegado|han llegado|llegó|llegaron)(?! (?:a|tarde))`,
  ),
  fact(
    'blocker',
    'open',
    '(?:estamos|estoy) (?:todavía |aún )?(?:bloqueados?|bloqueada|atascados?|parados?)(?: (?:por|con|porque)|[,:]) (?:porque |que )?(?:(?:nos )?falta )?(?<what>.+)',
    { negation: 'allowed' },
  ),
  fact(
    'blocker',
    'open',
    '(?:todavía |aún )?nos faltan? (?:todavía |aún )?(?<what>(?:el|la|los|las|nuestr[oa]s?) .+)',
  ),
  fact(
    'blocker',
    'resolved',
    '(?:ya |por fin )(?:tenemos|hemos (?:conseguido|recibido)|nos han dado) (?<what>(?:el|la|los|las) [^,.]+)',
    { negation: 'allowed' },
  ),
  fact(
    'blocker',
    'resolved',
    `${MILESTONE} (?:ya )?(?:vuelve a funcionar|funciona (?:otra vez|de nuevo)|(?:ya )?está (?:ya )?(?:arreglad|reparad)[oa])(?![\\p{L}])`,
  ),
  fact(
    'blocker',
    'open',
    '(?:así que )?(?:estamos|estoy) (?:\\p{L}+ )?(?:bloquead|atascad|parad)[oa]s?$',
    {
      about: 'clause beside',
    },
  ),
  fact('blocker', 'open', '(?:todavía |aún |seguimos )(?:estamos )?esperando (?<what>.+)'),
  fact(
    'blocker',
    'open',
    `${MILESTONE} (?:nos )?(?:bloquea|bloquean|está bloqueando)(?![\\p{L}])(?: .*)?`,
  ),
];
