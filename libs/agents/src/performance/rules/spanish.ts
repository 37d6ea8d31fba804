import { SPANISH_EVENTS, SPANISH_REACHED } from './foreign-events.ts';
import { SPANISH_BLOCKERS } from './spanish/blockers.ts';
import { SPANISH_COMMITMENTS } from './spanish/commitments.ts';
import { MILESTONE } from './spanish/words.ts';
import { fact, type LanguagePatterns } from './pattern.ts';
import { SETTLED } from './settled.ts';

const moved = { needs: 'date', date: 'last', corrects: true } as const;
const stated = { negation: 'allowed', modal: 'allowed' } as const;

/** The commonest ways to state a fact in Spanish. */
export const SPANISH: LanguagePatterns = {
  decisions: [
    SETTLED,
    fact('decision', null, '(?:está )?decidido(?:,|:) (?<what>.+)', { negation: 'allowed' }),
    fact(
      'decision',
      null,
      '(?:hemos|he|ya hemos) (?:decidido|acordado|elegido)(?: que)? (?<what>.+)',
      { negation: 'allowed' },
    ),
    fact(
      'decision',
      null,
      '(?:decidimos|acordamos|elegimos|nos quedamos con)(?: que)? (?<what>.+)',
      { negation: 'allowed' },
    ),
  ],
  risks: [
    fact(
      'risk',
      null,
      '(?:hay|existe) (?:(?:un|el) )?(?:\\p{L}+ )?riesgo (?:\\p{L}+ )?de (?:que )?(?<what>.+)',
      stated,
    ),
    fact('risk', null, 'el (?:\\p{L}+ )?riesgo es (?:que )?(?<what>.+)', stated),
    fact(
      'risk',
      null,
      'lo que (?:más )?(?:me preocupa|me quita el sueño|me da miedo)(?: más)? (?:es|son) (?:que )?(?<what>.+)',
      stated,
    ),
    fact(
      'risk',
      null,
      '(?:me da miedo|tengo miedo de|mi (?:mayor )?(?:miedo|temor|preocupación) es|estoy preocupad[oa] por) (?:que )?(?<what>.+)',
      stated,
    ),
    fact('risk', null, '(?:me preocupa|temo) (?:que )?(?<what>.+)', stated),
  ],
  blockers: SPANISH_BLOCKERS,
  milestones: [
    fact(
      'milestone',
      'moved',
      `${MILESTONE} (?:pasa|se (?:pasa|mueve|retrasa|aplaza|ha (?:pasado|movido|retrasado|aplazado|pospuesto))|(?:ha sido|fue) (?:movid|aplazad|retrasad|pospuest)[oa]) (?:del .{1,30} )?(?:al|a|hasta) .+`,
      moved,
    ),
    fact(
      'milestone',
      'moved',
      '(?:movemos|aplazamos|retrasamos|pasamos|posponemos) (?<what>.+?) (?:al|a|hasta) .+',
      moved,
    ),
    ...SPANISH_EVENTS,
    ...SPANISH_REACHED,
    fact(
      'milestone',
      'planned',
      `${MILESTONE} (?:está|sigue) (?:previst|planead|programad|fijad)[oa] .+`,
      { needs: 'date' },
    ),
  ],
  commitments: SPANISH_COMMITMENTS,
};
