import type { TaskPatterns, TaskRefusals, TaskVerbs } from '../worded/language-words.ts';

/** Stems of regular verbs in "ar". */
const REGULAR =
  'mand reserv prepar revis compr pag organiz contact avis pregunt llev repar arregl termin actualiz cre public instal firm entreg limpi redact confirm inform consult complet negoci solicit tramit contrat cancel invit factur document investig convoc renov cambi pint';
/** Pronouns that an infinitive has at its end: "mandártelo". */
const ENCLITIC = '(?:me|te|se|nos|os)?(?:le|les|lo|la|los|las)?';

const regular = (...endings: readonly string[]) =>
  REGULAR.split(' ')
    .flatMap((stem) => endings.map((ending) => `${stem}${ending}`))
    .join(' ');
const infinitives = (verbs: string) =>
  verbs
    .split(/\s+/u)
    .map((verb) => `${verb}${ENCLITIC}`)
    .join(' ');

/** The verbs of Spanish tasks. */
export const SPANISH_VERBS: TaskVerbs = {
  infinitive: infinitives(
    `${regular('[aá]r')} envi[aá]r reenvi[aá]r escrib[ií]r llam[aá]r imprim[ií]r ped[ií]r correg[ií]r prob[aá]r encarg[aá]r ocup[aá]r busc[aá]r recog[eé]r traduc[ií]r compart[ií]r sub[ií]r tra[eé]r
    devolv[eé]r resolv[eé]r respond[eé]r hac[eé]r_(?:el|la|los|las|un|una)_(?:lista|informe|presupuesto|reserva|pedido|transferencia|factura|copia|compra)
    habl[aá]r_con qued[aá]r_con pon[eé]r`,
  ),
  first: `${regular('o')} envío reenvío escribo llamo imprimo pido corrijo pruebo encargo ocupo busco recojo traduzco comparto subo traigo devuelvo resuelvo respondo
    hago_(?:el|la|los|las|un|una)_(?:lista|informe|presupuesto|reserva|pedido|transferencia|factura|copia|compra) hablo_con`,
  firstFuture: `${regular('aré')} enviaré reenviaré escribiré llamaré imprimiré pediré corregiré probaré encargaré ocuparé buscaré recogeré traduciré compartiré subiré traeré devolveré resolveré responderé
    haré_(?:el|la|los|las|un|una)_(?:lista|informe|presupuesto|reserva|pedido|transferencia|factura|copia|compra) hablaré_con`,
  third: `${regular('a')} envía reenvía escribe llama imprime pide corrige prueba busca recoge traduce comparte sube trae devuelve resuelve
    hace_(?:el|la|los|las|un|una)_(?:lista|informe|presupuesto|reserva|pedido|transferencia|factura|copia|compra) habla_con`,
  thirdFuture: `${regular('ará')} enviará reenviará escribirá llamará imprimirá pedirá corregirá probará encargará ocupará buscará recogerá traducirá compartirá subirá traerá devolverá resolverá
    hará_(?:el|la|los|las|un|una)_(?:lista|informe|presupuesto|reserva|pedido|transferencia|factura|copia|compra) hablará_con`,
  imperative: `${regular('a', 'e', 'ad')} (?:envía|envíe|envíen|manda|mande|escribe|escriba|llama|llame|pregunta|avisa|compra|trae|trae|prepara|imprime|reserva|busca|pide|pida)(?:me|nos|le|les)?(?:lo|la|los|las)?
    (?:envía|envíe|mánda|mánde|escríbe|escríba|lláma|lláme|pregúnta|avísa|avíse|cómpra|tráe|tráiga|prepára|resérva|resérve|búsca|píde)(?:me|nos|le|les)(?:lo|la|los|las)?`,
};

const PRONOUNS = '(?:(?:me|te|se|nos|os|le|les|lo|la|los|las) ){0,2}';
const CAN_YOU =
  '(?:puedes|podrías|podéis|podríais|pueden ustedes|podrían ustedes|puede usted|podría usted|acuérdate de|acordaos de|recuerda|no te olvides de|no olvides|necesito que|quiero que|te importaría|le importaría)';

/** How tasks are stated in Spanish. */
export const SPANISH_TASKS: TaskPatterns = {
  promised: [
    ` ${PRONOUNS}voy a {infinitive} `,
    ' {firstFuture} ',
    ' (?:me encargo|yo me encargo|me ocupo|yo me ocupo)(?: yo)? (?:de|del) ',
    ' (?:te|os|les?|se) (?:lo |la |los |las )?{first} ',
    ' (?:me comprometo|me he comprometido) a {infinitive} ',
  ],
  promisedWithTime: [
    ` (?:yo|ya|pues|entonces|vale|bueno|sí|y|luego|mañana|hoy|tarde|noche|semana|mes|viene|próxim[oa]|lunes|martes|miércoles|jueves|viernes|sábado|domingo) ${PRONOUNS}{first} `,
    `^ ${PRONOUNS}{first} `,
    ' {first} yo ',
  ],
  named: [
    ` {name} va a {infinitive} `,
    ` {name} ${PRONOUNS}{thirdFuture} `,
    ' {name} se (?:encarga|ocupa) de[l]? ',
  ],
  namedWithTime: [` (?<!(?:a|con|de|que|para|por) ){name} ${PRONOUNS}{third} `],
  asked: [
    ` ${PRONOUNS}${CAN_YOU} {infinitive} `,
    ' por favor {few}{imperative} ',
    ' {imperative} {gap}por favor ',
  ],
  required: [
    ' (?:tienes que|tenéis que|debes|debéis|deberías|deberíais|usted (?:tiene que|debe)|ustedes (?:tienen que|deben)|te toca|os toca) (?:aún |todavía |también )?{infinitive} ',
  ],
  askedOfAnybody: [
    ` (?:alguien|quién) (?:me |nos |lo |la )?(?:puede|podría|quiere) {infinitive} `,
    '^ (?:y )?quién (?:se (?:encarga|ocupa)|{third}) ',
  ],
  offered: [
    ` ${PRONOUNS}(?:puedo|podría yo|yo podría) {infinitive} `,
    ' (?:quieres|queréis|quiere) que {few}(?:mande|envíe|llame|prepare|reserve|compre|escriba|revise) ',
  ],
  meant: [` (?:tengo que|debo|debería|he de) {infinitive} `],
  meantOfAnybody: [
    ` (?:tenemos que|debemos|deberíamos|hay que|habría que|habrá que) {infinitive} `,
    ` alguien (?:tiene que|debe|debería) {infinitive} `,
  ],
};

/** What is no task in Spanish. */
export const SPANISH_REFUSALS: TaskRefusals = {
  polite: ' (?:si es posible|si puedes|si podéis|si puede|si no te importa|si no le importa)(?= )',
  supposed:
    ' (?:si|salvo|a menos|en caso|supongamos|imagina|imaginemos|ojalá|dijo|dijeron|dice|dicen|dices|decía|dicho|preguntó|preguntaron|pensaba|pensé|creía|cuenta que|contó|parece que|habría|hubiera|hubiese|sería|como si) ',
  refused:
    ' (?:no(?! (?:te )?olvides)|nunca|jamás|nada|nadie|ningún|ninguna|tampoco|siempre|regularmente|tradicionalmente|responsable|encargad[oa] de|en general|desde siempre|cada|todos los|todas las|a menudo|a veces|normalmente|habitualmente|generalmente|ayer|anteayer|anoche|(?:semana|mes|año|lunes|martes|miércoles|jueves|viernes) pasad[oa]|antes solía|solía|ahora|ahora mismo|en seguida|un momento|un segundo|un minuto|en el chat|micrófono|cámara|pantalla|diapositiva|diapositivas|orden del día|la palabra|siguiente punto|oír|oye|oyes|escucha|repetir|desde hace|francamente|sinceramente|saludos?|abrazos?|besos?|(?:llamo|escribo|contacto) (?:porque|por|para saber|para preguntar|en relación)|(?:decir|explicar)(?:me|nos)|un ejemplo|perdón|perdona) ',
  doubted:
    ' (?:quizás?|tal vez|a lo mejor|probablemente|posiblemente|seguramente|creo|supongo|espero|intentaré|voy a intentar|algún día|o algo así|a ver si) ',
};
