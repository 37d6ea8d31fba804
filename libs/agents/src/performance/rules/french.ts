import type { Clause } from './clauses.ts';
import { FRENCH_EVENTS } from './foreign-events.ts';
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
const MILESTONE = "(?:le |la |les |l['’]|notre )?(?<what>(?:[\\p{L}'’-]+ ){0,3}?[\\p{L}'’-]+)";
const NOT_IDLE = ({ what }: FoundParts) =>
  !/^(?:être|avoir|voir|aller|venir|serai|aurai|verrai|irai|pouvoir)(?![\p{L}])/iu.test(what);

/** Verbs of work in the present, which promise with a date: "j'envoie le contrat demain". */
const NOW =
  '(?:envoie|appelle|réserve|commande|prépare|termine|finis|signe|écris|vérifie|corrige|livre|publie|contacte|organise|relis|rédige|achète|apporte|imprime|fais|partage|transmets|mets|paie|paye)';

/** The commonest ways to state a fact in French. */
export const FRENCH: LanguagePatterns = {
  decisions: [
    fact(
      'decision',
      null,
      "(?:nous avons|on a|j['’]ai) (?:finalement |enfin )?(?:décidé|convenu|choisi)(?: de| d['’]| que)? ?(?<what>.+)",
      { negation: 'allowed' },
    ),
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
    fact('risk', null, 'je crains (?:que|pour) (?<what>.+)', stated),
  ],
  blockers: [
    fact(
      'blocker',
      'resolved',
      "(?:nous ne sommes|on n['’]est) plus bloqués?(?: par (?<what>.+))?",
      { negation: 'allowed', about: 'clause before' },
    ),
    fact(
      'blocker',
      'resolved',
      `${MILESTONE} est (?:enfin |maintenant )?(?:résolue?|débloquée?|réglée?)`,
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
      '(?:nous sommes|on est|je suis) (?:toujours |encore )?bloquée?s? (?:par|à cause d[eu]s?|sur|parce que|car) (?<what>.+)',
      { negation: 'allowed' },
    ),
    fact(
      'blocker',
      'open',
      "(?:nous attendons|on attend|j['’]attends) (?:toujours |encore )(?<what>.+)",
    ),
    fact('blocker', 'open', `${MILESTONE} (?:nous )?bloque(?:nt)?(?: .*)?`),
  ],
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
  commitments: [
    fact(
      'commitment',
      'kept',
      "j['’]ai (?:déjà |enfin |bien )?(?<what>(?:envoyé|appelé|réservé|commandé|préparé|terminé|fini|signé|écrit|vérifié|corrigé|livré|publié|contacté|organisé|relu) .+)",
      { of: 'speaker' },
    ),
    fact(
      'commitment',
      'kept',
      '(?<who>\\p{Lu}\\p{L}+) a (?:déjà |enfin |bien )?(?<what>(?:envoyé|appelé|réservé|commandé|préparé|terminé|fini|signé|écrit|vérifié|corrigé|livré|publié|contacté|organisé|relu) .+)',
      { of: 'name', accepts: named },
    ),
    fact(
      'commitment',
      'broken',
      "(?:je n['’]ai pas réussi à|j['’]ai oublié d(?:e |['’])) ?(?<what>.+)",
      { of: 'speaker', negation: 'allowed' },
    ),
    fact('commitment', 'open', "je (?:vais|m['’]engage à) (?<what>.+)", {
      of: 'speaker',
      accepts: NOT_IDLE,
    }),
    fact('commitment', 'open', "je m['’](?:occupe|occuperai) d(?:e |u |es |['’])(?<what>.+)", {
      of: 'speaker',
    }),
    fact(
      'commitment',
      'open',
      "j(?:e |['’])(?:(?:te|vous|le|la|les|l['’]|lui) ?)?(?<what>\\p{L}+rai .+)",
      { of: 'speaker', accepts: NOT_IDLE },
    ),
    fact(
      'commitment',
      'open',
      `(?:alors |donc )?j(?:e |['’])(?:(?:te|vous|le|la|les|lui) |[tl]['’])?(?<what>${NOW} .+)`,
      { of: 'speaker', needs: 'date' },
    ),
    fact(
      'commitment',
      'broken',
      `(?:je n['’]ai|on n['’]a) (?:toujours |encore )?(?:pas|jamais) (?:encore )?(?<what>\\p{L}+(?:é|i|u|it) .+)`,
      {
        ...{ of: 'speaker', negation: 'allowed' },
      },
    ),
    fact(
      'commitment',
      'broken',
      `(?<who>\\p{Lu}\\p{L}+) n['’]a (?:toujours |encore )?(?:pas|jamais) (?<what>\\p{L}+(?:é|i|u|it) .+)`,
      {
        ...{ of: 'name', negation: 'allowed', accepts: named },
      },
    ),
    fact('commitment', 'open', '(?<who>\\p{Lu}\\p{L}+) va (?<what>\\p{L}+(?:er|ir|re) .+)', {
      of: 'name',
      accepts: named,
    }),
    fact(
      'commitment',
      'open',
      "(?<who>\\p{Lu}\\p{L}+) (?:s['’]occupe d(?:e |u |es |['’]))(?<what>.+)",
      { of: 'name', accepts: named },
    ),
    fact(
      'commitment',
      'open',
      "\\p{Lu}\\p{L}+ et (?<who>\\p{Lu}\\p{L}+) (?:vont|s['’]occupent d(?:e |u |es |['’])) ?(?<what>.+)",
      { of: 'name', accepts: named },
    ),
  ],
};
