import { fact, type FactPattern } from '../pattern.ts';
import { MILESTONE } from './words.ts';

/** What is in the way, and that it is gone, in French. */
export const FRENCH_BLOCKERS: readonly FactPattern[] = [
  fact(
    'blocker',
    'open',
    "ce qui nous (?:bloque|retient|freine|arrête)(?: encore| toujours)?,? (?:c['’]est|ce sont) (?<what>.+)",
  ),
  fact(
    'blocker',
    'open',
    "(?:il (?:nous )?manque|il nous manque) (?:toujours |encore ){0,2}(?<what>(?:le |la |les |l['’]|notre |nos ).+)",
  ),
  fact(
    'blocker',
    'resolved',
    `${MILESTONE} (?:est|sont|a été|ont été) (?:enfin |bien |maintenant |de nouveau ){0,2}(?:réparée?s?|remplacée?s?|débloquée?s?|en état|remise?s? en (?:marche|service))(?![\\p{L}])`,
  ),
  fact(
    'blocker',
    'resolved',
    `${MILESTONE} (?:remarche|refonctionne|(?:marche|fonctionne) (?:de nouveau|à nouveau))(?![\\p{L}])`,
  ),
  fact('blocker', 'resolved', "(?:nous ne sommes|on n['’]est) plus bloqués?(?: par (?<what>.+))?", {
    negation: 'allowed',
    about: 'clause before',
  }),
  fact(
    'blocker',
    'open',
    "(?:on|nous|je) (?:ne |n['’])?(?:peut|pouvons|peux) (?:pas|rien) [^,.]{1,60}? (?:sans|tant que|avant) (?<what>.+)",
    { negation: 'allowed' },
  ),
  fact(
    'blocker',
    'open',
    '(?:nous sommes|on est|je suis) (?:\\p{L}+ )?(?:bloquée?s?|coincée?s?)$',
    {
      about: 'clause beside',
    },
  ),
  fact(
    'blocker',
    'resolved',
    `${MILESTONE} (?:est|sont) (?:enfin |maintenant |de nouveau )?(?:résolue?|débloquée?|réglée?|accessible|disponible|validée?|accordée?)s?(?![\\p{L}])`,
  ),
  fact('blocker', 'resolved', `${MILESTONE} (?:est|sont) (?:enfin |bien )?arrivée?s?`),
  fact(
    'blocker',
    'resolved',
    "(?:nous avons|on a) (?:enfin )?(?:reçu|obtenu) (?<what>(?:le |la |les |l['’]).+)",
  ),
  fact(
    'blocker',
    'open',
    '(?:nous sommes|on est|je suis) (?:toujours |encore )?bloquée?s?(?: (?:par|à cause d[eu]s?|sur|parce que|car)|[,:]) (?<what>.+)',
    { negation: 'allowed' },
  ),
  fact(
    'blocker',
    'open',
    "(?:nous attendons|on attend|j['’]attends) (?:toujours |encore )(?<what>.+)",
  ),
  fact('blocker', 'open', `${MILESTONE} (?:nous )?bloque(?:nt)?(?![\\p{L}])(?: .*)?`),
];
