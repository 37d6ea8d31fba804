import type { Clause } from './clauses.ts';
import { SPANISH_EVENTS } from './foreign-events.ts';
import { isName } from './names.ts';
import { atStart, type FactPattern, type FoundParts, type LanguagePatterns } from './pattern.ts';

const fact = (
  type: string,
  status: string | null,
  pattern: string,
  more: Partial<FactPattern> = {},
): FactPattern => ({ type, status, pattern: atStart(pattern), ...more });

const named = ({ who }: FoundParts, { text }: Clause) => isName(who, text);
const moved = { needs: 'date', date: 'last', corrects: true } as const;
const stated = { negation: 'allowed', modal: 'allowed' } as const;
const MILESTONE =
  '(?:el |la |los |las |nuestro |nuestra )?(?<what>(?:[\\p{L}-]+ ){0,3}?[\\p{L}-]+)';
const NOT_IDLE = ({ what }: FoundParts) =>
  !/^(?:ser|estar|ver|ir|tener|seré|estaré|veré|iré|tendré|poder)(?![\p{L}])/iu.test(what);
const DONE =
  '(?:enviado|llamado|reservado|pedido|preparado|terminado|firmado|escrito|revisado|corregido|entregado|publicado|contactado|organizado|comprado|mandado|hecho)';
const DID =
  '(?:envié|llamé|reservé|pedí|preparé|terminé|firmé|escribí|revisé|corregí|entregué|publiqué|contacté|organicé|compré|mandé)';

/** Verbs of work in the present, which promise with a date: "te mando el contrato mañana". */
const NOW =
  '(?:mando|envío|llamo|reservo|pido|preparo|termino|firmo|escribo|reviso|corrijo|entrego|publico|contacto|organizo|compro|hago|paso|traigo|imprimo|comparto|subo|pago|confirmo)';

/** The commonest ways to state a fact in Spanish. */
export const SPANISH: LanguagePatterns = {
  decisions: [
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
      '(?:hay|existe) (?:un|el) (?:\\p{L}+ )?riesgo (?:\\p{L}+ )?de (?:que )?(?<what>.+)',
      stated,
    ),
    fact('risk', null, 'el (?:\\p{L}+ )?riesgo es (?:que )?(?<what>.+)', stated),
    fact('risk', null, '(?:me preocupa|temo) (?:que )?(?<what>.+)', stated),
  ],
  blockers: [
    fact('blocker', 'resolved', 'ya no estamos bloqueados(?: por (?<what>.+))?', {
      negation: 'allowed',
      about: 'clause before',
    }),
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
      '(?:estamos|estoy) (?:todavía |aún )?(?:bloqueados?|bloqueada|atascados?) (?:por|con|porque) (?<what>.+)',
    ),
    fact('blocker', 'open', '(?:todavía |aún |seguimos )(?:estamos )?esperando (?<what>.+)'),
    fact('blocker', 'open', `${MILESTONE} (?:nos )?(?:bloquea|bloquean|está bloqueando)(?: .*)?`),
  ],
  milestones: [
    fact(
      'milestone',
      'moved',
      `${MILESTONE} (?:se (?:pasa|mueve|retrasa|aplaza|ha (?:pasado|movido|retrasado|aplazado|pospuesto))|(?:ha sido|fue) (?:movid|aplazad|retrasad|pospuest)[oa]) (?:del .{1,30} )?(?:al|a|hasta) .+`,
      moved,
    ),
    fact(
      'milestone',
      'moved',
      '(?:movemos|aplazamos|retrasamos|pasamos|posponemos) (?<what>.+?) (?:al|a|hasta) .+',
      moved,
    ),
    ...SPANISH_EVENTS,
    fact(
      'milestone',
      'planned',
      `${MILESTONE} (?:está|sigue) (?:previst|planead|programad|fijad)[oa] .+`,
      { needs: 'date' },
    ),
  ],
  commitments: [
    fact('commitment', 'kept', `(?:ya )?he (?<what>${DONE} .+)`, { of: 'speaker' }),
    fact('commitment', 'kept', `(?:ya )?(?<what>${DID} .+)`, { of: 'speaker' }),
    fact('commitment', 'kept', `(?<who>\\p{Lu}\\p{L}+) (?:ya )?ha (?<what>${DONE} .+)`, {
      of: 'name',
      accepts: named,
    }),
    fact(
      'commitment',
      'broken',
      '(?:no he conseguido|no conseguí|olvidé|se me olvidó|he olvidado) (?<what>.+)',
      { of: 'speaker', negation: 'allowed' },
    ),
    fact('commitment', 'open', '(?:yo )?(?:voy a|me comprometo a) (?<what>.+)', {
      of: 'speaker',
      accepts: NOT_IDLE,
    }),
    fact(
      'commitment',
      'open',
      '(?:yo )?me (?:encargo|ocupo|encargaré|ocuparé) de(?:l)? (?<what>.+)',
      { of: 'speaker' },
    ),
    fact(
      'commitment',
      'open',
      '(?:yo )?(?:te |os |le |les |lo |la )?(?<what>\\p{L}+(?:ar|er|ir|dr|br)é(?![\\p{L}]) .+)',
      { of: 'speaker', accepts: NOT_IDLE },
    ),
    fact('commitment', 'open', `(?:yo )?(?:(?:te|os|le|les|lo|la|se lo) )?(?<what>${NOW} .+)`, {
      ...{ of: 'speaker', needs: 'date' },
    }),
    fact('commitment', 'broken', `(?:yo )?(?:todavía |aún )?no he (?<what>${DONE} .+)`, {
      ...{ of: 'speaker', negation: 'allowed' },
    }),
    fact(
      'commitment',
      'broken',
      `(?<who>\\p{Lu}\\p{L}+) (?:todavía |aún )?(?:no|nunca) ha (?<what>${DONE} .+)`,
      {
        ...{ of: 'name', negation: 'allowed', accepts: named },
      },
    ),
    fact('commitment', 'open', '(?<who>\\p{Lu}\\p{L}+) va a (?<what>\\p{L}+(?:ar|er|ir) .+)', {
      of: 'name',
      accepts: named,
    }),
    fact('commitment', 'open', '(?<who>\\p{Lu}\\p{L}+) se encarga de(?:l)? (?<what>.+)', {
      of: 'name',
      accepts: named,
    }),
    fact(
      'commitment',
      'open',
      '\\p{Lu}\\p{L}+ y (?<who>\\p{Lu}\\p{L}+) (?:van a|se encargan del?) (?<what>.+)',
      { of: 'name', accepts: named },
    ),
  ],
};
