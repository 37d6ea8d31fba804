import { FRENCH_EVENTS, FRENCH_REACHED } from './foreign-events.ts';
import { FRENCH_BLOCKERS } from './french/blockers.ts';
import { FRENCH_COMMITMENTS } from './french/commitments.ts';
import { MILESTONE } from './french/words.ts';
import { fact, type LanguagePatterns } from './pattern.ts';
import { SETTLED } from './settled.ts';

const moved = { needs: 'date', date: 'last', corrects: true } as const;
const stated = { negation: 'allowed', modal: 'allowed' } as const;

/** "C'est décidé", before what is. */
const DECIDED = /^(?:bon,? |alors,? |donc,? )?(?:c['’]est (?:décidé|acté)|décision prise)\W*$/iu;

/** The commonest ways to state a fact in French. */
export const FRENCH: LanguagePatterns = {
  decisions: [
    fact(
      'decision',
      null,
      "(?:nous avons|on a|j['’]ai) (?:finalement |enfin )?(?:décidé|convenu|choisi)(?: de| d['’]| que)? ?(?<what>.+)",
      { negation: 'allowed' },
    ),
    fact(
      'decision',
      null,
      "(?:c['’]est (?:décidé|acté|réglé)|décision prise)(?:,| :) ?(?:on |nous )?(?<what>.+)",
      {
        negation: 'allowed',
      },
    ),
    {
      ...fact('decision', null, '(?:on|nous) (?<what>.+)', { negation: 'allowed' }),
      accepts: (_, { previous }) => DECIDED.test(previous),
    },
    SETTLED,
    fact('decision', null, '(?:nous gardons|on part sur|on reste sur) (?<what>.+)'),
  ],
  risks: [
    fact(
      'risk',
      null,
      "il y a (?:un|le) (?:\\p{L}+ )?risque (?:que|de|d['’]) ?(?<what>.+)",
      stated,
    ),
    fact('risk', null, 'le (?:\\p{L}+ )?risque est (?:que|de) (?<what>.+)', stated),
    fact('risk', null, "j['’]ai peur (?:que|de) (?<what>.+)", stated),
    fact(
      'risk',
      null,
      "ce qui (?:m['’]inquiète|m['’]empêche de dormir|me fait peur|me préoccupe)(?: le plus| vraiment)?,? (?:c['’]est|ce sont)(?: que)? (?<what>.+)",
      stated,
    ),
    fact(
      'risk',
      null,
      "(?:je suis inquiète? (?:pour|que)|ma (?:plus grande )?crainte,? (?:est|c['’]est)(?: que)?) (?<what>.+)",
      stated,
    ),
    fact('risk', null, 'je crains (?:que|pour) (?<what>.+)', stated),
  ],
  blockers: FRENCH_BLOCKERS,
  milestones: [
    fact(
      'milestone',
      'moved',
      `${MILESTONE} (?:est|a été|sera) (?:reportée?|repoussée?|décalée?|avancée?|déplacée?)s? (?:du .{1,30} )?(?:au|à|en|jusqu['’]) ?.+`,
      moved,
    ),
    fact(
      'milestone',
      'moved',
      '(?:nous|on) (?:reportons|repoussons|décalons|reporte|repousse|décale) (?<what>.+?) (?:au|à|en) .+',
      moved,
    ),
    ...FRENCH_EVENTS,
    ...FRENCH_REACHED,
    fact(
      'milestone',
      'planned',
      `${MILESTONE} (?:est|reste) (?:prévue?|fixée?|planifiée?|programmée?) .+`,
      { needs: 'date' },
    ),
    fact(
      'milestone',
      'reached',
      '(?:nous avons|on a) (?:enfin |déjà )?(?:lancé|livré|ouvert) (?<what>.+)',
    ),
  ],
  commitments: FRENCH_COMMITMENTS,
};
