import type { Clause } from '../clauses.ts';
import { isName } from '../names.ts';
import { fact, type FactPattern, type FoundParts } from '../pattern.ts';

const named = ({ who }: FoundParts, { text }: Clause) => isName(who, text);
const NOT_IDLE = ({ what }: FoundParts) =>
  !/^(?:être|avoir|voir|aller|venir|serai|aurai|verrai|irai|pouvoir)(?![\p{L}])/iu.test(what);
/** Verbs of work in the present, which promise with a date: "j'envoie le contrat demain". */
const NOW =
  '(?:envoie|appelle|réserve|commande|prépare|termine|finis|signe|écris|vérifie|corrige|livre|publie|contacte|organise|relis|rédige|achète|apporte|imprime|fais|partage|transmets|mets|paie|paye|passe|rappelle|répare|peins|monte|nettoie|cherche|demande|récupère|installe|porte|dépose|parle|ramène|amène|rends|remplis|rencontre|négocie|relance|accroche|range|conduis|loue|confirme|annule|déplace)';

/** Participles of work. */
const DONE =
  '(?:envoyé|appelé|réservé|commandé|préparé|terminé|fini|signé|écrit|vérifié|corrigé|livré|publié|contacté|organisé|relu|réparé|peint|installé|nettoyé|monté|imprimé|acheté|payé|rempli|déposé|rendu|posé|apporté|transmis|rédigé|relancé|récupéré|accroché|loué|confirmé|traduit|mis en ligne)';

/** What people take on, and whether it was done, in French. */
export const FRENCH_COMMITMENTS: readonly FactPattern[] = [
  fact(
    'commitment',
    'taken over',
    "je (?:reprends|prends le relais (?:de|pour)|récupère) (?<what>.+?) (?:de |d['’]|à )(?<who>\\p{L}+)$",
    {
      of: 'speaker',
      accepts: ({ who }, { source }) => /^\p{Lu}/u.test(who) && isName(who, source.text),
    },
  ),
  fact(
    'commitment',
    'open',
    "(?:j(?:e vais |['’])essa(?:yer|ie|ierai) d(?:e |['’])|je (?:pourrais|peux) peut-être )(?<what>.+)",
    { of: 'speaker', certainty: 'possible', modal: 'allowed', negation: 'allowed' },
  ),
  fact('commitment', 'open', `(?:c['’]est )?moi qui (?<what>(?:${NOW}|m['’]occupe d\\p{L}+) .+)`, {
    of: 'speaker',
  }),
  fact(
    'commitment',
    'open',
    "(?<who>\\p{Lu}\\p{L}+) (?:a|nous a|m['’]a) promis d(?:e |['’])(?<what>.+)",
    { of: 'name', accepts: named },
  ),
  fact(
    'commitment',
    'broken',
    "(?:je n['’]ai|j['’]ai|on n['’]a|on a) pas (?:eu le temps|pensé|réussi) (?:de |d['’]|à )(?<what>.+)",
    { of: 'speaker', negation: 'allowed' },
  ),
  fact('commitment', 'kept', `j['’]ai (?:déjà |enfin |bien )?(?<what>${DONE} .+)`, {
    of: 'speaker',
  }),
  fact(
    'commitment',
    'kept',
    `(?<who>\\p{Lu}\\p{L}+) a (?:déjà |enfin |bien )?(?<what>${DONE} .+)`,
    { of: 'name', accepts: named },
  ),
  fact(
    'commitment',
    'kept',
    "(?:le |la |les |l['’]|notre |nos )(?<what>(?:[\\p{L}'’-]+ ){0,4}?[\\p{L}'’-]+) (?:est|sont) (?:déjà |bien |enfin |maintenant ){0,2}(?:réservée?|commandée?|imprimée?|envoyée?|signée?|terminée?|payée?|faite?|prête?)s?(?![\\p{L}])",
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
  fact(
    'commitment',
    'open',
    `(?<who>\\p{Lu}\\p{L}+) (?:(?:te|vous|nous|lui) |[tl]['’])?(?<what>(?:${NOW}|relit|écrit|finit|fait|met|transmet) .+)`,
    {
      ...{ of: 'name', needs: 'date', accepts: named },
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
];
