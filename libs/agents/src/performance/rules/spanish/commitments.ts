import type { Clause } from '../clauses.ts';
import { isName } from '../names.ts';
import { fact, type FactPattern, type FoundParts } from '../pattern.ts';

const named = ({ who }: FoundParts, { text }: Clause) => isName(who, text);
const NOT_IDLE = ({ what }: FoundParts) =>
  !/^(?:ser|estar|ver|ir|tener|seré|estaré|veré|iré|tendré|poder)(?![\p{L}])/iu.test(what);
const DONE =
  '(?:enviado|llamado|reservado|pedido|preparado|terminado|firmado|escrito|revisado|corregido|entregado|publicado|contactado|organizado|comprado|mandado|hecho|arreglado|reparado|pintado|instalado|limpiado|montado|impreso|pagado|rellenado|traído|llevado|recogido|colgado|confirmado|traducido|cambiado|conseguido)';
const DID =
  '(?:envié|llamé|reservé|pedí|preparé|terminé|firmé|escribí|revisé|corregí|entregué|publiqué|contacté|organicé|compré|mandé|arreglé|reparé|pinté|instalé|limpié|monté|imprimí|pagué|recogí|colgué|confirmé)';
/** Verbs of work in the present, which promise with a date: "te mando el contrato mañana". */
const NOW =
  '(?:mando|envío|llamo|reservo|pido|preparo|termino|firmo|escribo|reviso|corrijo|entrego|publico|contacto|organizo|compro|hago|paso|traigo|imprimo|comparto|subo|pago|confirmo|hablo|llevo|arreglo|reparo|pinto|instalo|limpio|monto|recojo|cuelgo|busco|pregunto|relleno|presento|negocio|quedo|cancelo|cierro|acabo|redacto|grabo|alquilo)';
/** The same of others: "Marta manda el contrato mañana". */
const SHE_DOES =
  '(?:manda|envía|llama|reserva|pide|prepara|termina|firma|escribe|revisa|corrige|entrega|publica|contacta|organiza|compra|hace|pasa|trae|imprime|comparte|sube|paga|confirma|habla|lleva|arregla|repara|pinta|instala|limpia|monta|recoge|cuelga|busca|pregunta|rellena|presenta|negocia|cancela|cierra|acaba|redacta|graba|alquila|diseña)';

/** What people take on, and whether it was done, in Spanish. */
export const SPANISH_COMMITMENTS: readonly FactPattern[] = [
  fact(
    'commitment',
    'open',
    '(?<who>\\p{Lu}\\p{L}+) (?:ha prometido|prometió|se ha comprometido a|se comprometió a|ha quedado en) (?<what>.+)',
    { of: 'name', accepts: named },
  ),
  fact('commitment', 'open', 'del? (?<what>.+?) me (?:encargo|ocupo) yo', { of: 'speaker' }),
  fact(
    'commitment',
    'taken over',
    '(?:yo )?(?:asumo|tomo|cojo|me quedo con) (?<what>.+?) de (?<who>\\p{L}+)$',
    {
      ...{ of: 'speaker' },
      accepts: ({ who }, { source }) => /^\p{Lu}/u.test(who) && isName(who, source.text),
    },
  ),
  fact(
    'commitment',
    'open',
    '(?:quizás?|a lo mejor|tal vez|igual) (?:yo )?(?:puedo|pueda|podría) (?<what>.+)',
    {
      ...{ of: 'speaker', certainty: 'possible', modal: 'allowed' },
    },
  ),
  fact('commitment', 'open', '(?:voy a intentar|intentaré|intento) (?<what>.+)', {
    ...{ of: 'speaker', certainty: 'possible' },
  }),
  fact(
    'commitment',
    'kept',
    '(?:el |la |los |las |nuestr[oa]s? )(?<what>(?:[\\p{L}-]+ ){0,4}?[\\p{L}-]+) (?:ya )?(?:está|están) (?:ya )?(?:impres|list|reservad|enviad|hech|firmad|pedid|comprad|pagad|terminad)[oa]s?(?![\\p{L}])',
  ),
  fact('commitment', 'kept', `(?:ya )?he (?<what>${DONE} .+)`, { of: 'speaker' }),
  fact('commitment', 'kept', `(?:ya )?(?<what>${DID} .+)`, { of: 'speaker' }),
  fact('commitment', 'kept', `(?<who>\\p{Lu}\\p{L}+) (?:ya )?ha (?<what>${DONE} .+)`, {
    of: 'name',
    accepts: named,
  }),
  fact(
    'commitment',
    'broken',
    '(?:no he conseguido|no conseguí|olvidé|se me olvidó|he olvidado|se me ha olvidado) (?<what>.+)',
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
  fact(
    'commitment',
    'open',
    `(?:mismo )?(?:yo )?(?:(?:te|os|le|les|lo|la|se lo) )?(?<what>${NOW} .+)`,
    {
      ...{ of: 'speaker', needs: 'date' },
    },
  ),
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
  fact(
    'commitment',
    'open',
    `(?<who>\\p{Lu}\\p{L}+) (?:(?:te|os|nos|le|les) )?(?<what>${SHE_DOES} .+)`,
    {
      ...{ of: 'name', needs: 'date', accepts: named },
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
];
