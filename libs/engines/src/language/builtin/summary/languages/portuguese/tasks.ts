import type { TaskPatterns, TaskRefusals, TaskVerbs } from '../worded/language-words.ts';

/** Stems of regular verbs in "ar". */
const REGULAR =
  'mand envi prepar compr organiz contact contat avis reserv marc telefon lev arranj consert termin atualiz cri public instal assin entreg limp confirm complet negoci cancel convid encomend verific tranc busc pag lig';
const THINGS =
  '(?:o|a|os|as|um|uma)_(?:lista|relatório|orçamento|reserva|pedido|transferência|fatura|cópia|ata|compra|compras)';

const stems = REGULAR.split(' ');
const regular = (...endings: readonly string[]) =>
  stems.flatMap((stem) => endings.map((ending) => `${stem}${ending}`)).join(' ');
/** Before "e", "c" and "g" are written "qu" and "gu". */
const command = () =>
  stems.map((stem) => `${stem.replace(/c$/u, 'qu').replace(/g$/u, 'gu')}e`).join(' ');

/** The verbs of Portuguese tasks. Forms of Portugal and of Brazil. */
export const PORTUGUESE_VERBS: TaskVerbs = {
  infinitive: `${regular('ar', 'á')} escrever imprimir pedir traduzir trazer corrigir partilhar compartilhar devolver resolver responder rever revisar recolher falar_com tratar_d[eoa]s? cuidar_d[eoa]s? fazer_${THINGS}`,
  first: `${regular('o')} escrevo imprimo peço traduzo trago corrijo partilho compartilho devolvo resolvo revejo reviso recolho falo_com faço_${THINGS}`,
  firstFuture: `${regular('arei')} escreverei imprimirei pedirei traduzirei trarei corrigirei partilharei compartilharei devolverei resolverei responderei reverei revisarei recolherei falarei_com tratarei_d[eoa]s? cuidarei_d[eoa]s? farei_${THINGS}`,
  third: `${regular('a')} escreve imprime pede traduz traz corrige partilha compartilha devolve resolve revê revisa recolhe trata_d[eoa]s? fala_com faz_${THINGS}`,
  thirdFuture: `${regular('ará')} escreverá imprimirá pedirá traduzirá trará corrigirá partilhará compartilhará devolverá resolverá revisará tratará_d[eoa]s? cuidará_d[eoa]s? falará_com fará_${THINGS}`,
  imperative: `${regular('a')} ${command()} escreve escreva imprime imprima pede peça traz traga corrige corrija devolve devolva`,
};

const PRONOUNS = '(?:(?:me|te|lhe|nos|vos|lhes|se|lo|la|los|las) ){0,2}';
const CAN_YOU =
  '(?:podes|podias|poderias|pode|podia|poderia|podem|podiam|poderiam|consegues|consegue|conseguem|lembra te de|lembre se de|não te esqueças de|não se esqueça de|não esqueças de|não esqueça de|não esquece de|importas te de|importa se de|dá para|dava para)';
const OF = '(?:d[eoa]s?|por|pel[oa]s?)';

/** How tasks are stated in Portuguese. */
export const PORTUGUESE_TASKS: TaskPatterns = {
  promised: [
    ' {firstFuture} ',
    ` (?<!não )${PRONOUNS}vou ${PRONOUNS}{infinitive} `,
    ' (?:te|lhe|vos|lhes) {first} ',
    ' {first} (?:te|lhe|vos|lhes) ',
    ` (?:(?:eu trato|eu cuido)(?= d(?:[oa]s?|isso|isto) )|encarrego me|eu me encarrego|me encarrego|eu fico encarregad[oa]|fico encarregad[oa]|eu fico responsável|fico responsável) ${OF} (?!meus? |minhas? )`,
    ' (?:comprometo me|me comprometo) a {infinitive} ',
  ],
  promisedWithTime: [
    ` (?:eu|já|então|bem|sim|ok|e|depois|amanhã|hoje|manhã|tarde|noite|semana|semanas|dias|mês|meses|próxim[oa]|segunda|terça|quarta|quinta|sexta|feira|sábado|domingo) ${PRONOUNS}{first} `,
    `^ ${PRONOUNS}{first} `,
    ' {first} eu ',
  ],
  named: [
    ` {name} vai ${PRONOUNS}{infinitive} `,
    ` {name} ${PRONOUNS}{thirdFuture} `,
    ` {name} (?:encarrega se|se encarrega|fica encarregad[oa]|fica responsável|fica com|trata) ${OF} `,
  ],
  namedWithTime: [` (?<!(?:com|d[eoa]|que|para|pel[oa]) ){name} ${PRONOUNS}{third} `],
  asked: [
    ` ${CAN_YOU} (?:tu |você |vocês |o senhor |a senhora |também |por favor )?${PRONOUNS}{infinitive} `,
    ' (?:por favor|por gentileza) {few}{imperative} ',
    ' {imperative} {gap}(?:por favor|por gentileza) ',
  ],
  required: [
    ' (?:tens (?:de|que)|(?:você|o senhor|a senhora) (?:tem (?:de|que)|precisa(?: de)?|deve)|vocês (?:têm (?:de|que)|precisam(?: de)?|devem)|precisas de|deves|devias) (?:ainda |também |só )?{infinitive} ',
  ],
  askedOfAnybody: [
    ` (?:alguém|quem) (?:me |nos |o |a )?(?:pode|podia|poderia|consegue|quer) ${PRONOUNS}{infinitive} `,
    `^ (?:e )?quem (?:é que )?(?:se encarrega|fica encarregad[oa]|fica responsável|${PRONOUNS}{third}) `,
  ],
  offered: [
    ` (?:posso|podia eu|poderia eu|eu podia|eu poderia) ${PRONOUNS}{infinitive} `,
    ' (?:queres|quer|querem) que (?:eu )?{few}(?:mande|envie|ligue|telefone|prepare|reserve|compre|escreva|verifique|marque) ',
  ],
  meant: [' (?:tenho (?:de|que)|devo|preciso(?: de)?) {infinitive} '],
  meantOfAnybody: [
    ' (?:temos (?:de|que)|devemos|devíamos|deveríamos|precisamos(?: de)?|é preciso|há que|a gente (?:tem (?:de|que)|precisa)) {infinitive} ',
    ' alguém (?:tem (?:de|que)|deve|devia|deveria|precisa(?: de)?) {infinitive} ',
  ],
};

/** What is no task in Portuguese. */
export const PORTUGUESE_REFUSALS: TaskRefusals = {
  polite:
    ' (?:se possível|se puderes|se puder|se puderem|se não te importas|se não se importa|se faz favor)(?= )',
  supposed:
    ' (?:se(?! (?:encarrega|esque[cç]\\S+|de) )|caso|a menos que|a não ser|suponhamos|imagina|imaginem|imaginemos|disse|disseram|diz|dizem|dizes|dizia|dito|perguntou|perguntaram|pensava|pensei|achava|achei que|contou|conta que|parece que|teria|tivesse|seria|oxalá|como se) ',
  refused:
    ' (?:não(?! (?:te |se |nos )?(?:esque[cç]\\S+|preocup\\S+))|nunca|jamais|nada|ninguém|nenhum|nenhuma|tampouco|sempre|cada|todos os|todas as|tod[ao] (?:segunda|terça|quarta|quinta|sexta|sábado|domingo|semana|mês|dia|ano)|às vezes|muitas vezes|frequentemente|normalmente|habitualmente|geralmente|em geral|costumo|costuma|regularmente|tradicionalmente|lá em casa|ontem|anteontem|(?:semana|mês|ano|segunda|terça|quarta|quinta|sexta|sábado|domingo|feira) passad[oa]|antigamente|agora|já já|neste momento|um momento|um instante|um segundo|um minuto|no chat|microfone|(?:minha|tua|sua) câmara|câmera|ecrã|tela|slide|slides|diapositivo|diapositivos|ordem (?:do dia|de trabalhos)|pauta|a palavra|(?:próximo|seguinte) ponto|ponto seguinte|ouvir|ouves|ouve|repetir|há (?:\\S+ )?(?:anos|meses|muito|tempo)|com cartão|em dinheiro|desde|francamente|sinceramente|abraços?|beijos?|cumprimentos|(?:ligo|telefono|escrevo|contacto|contato|(?:ligar|telefonar|escrever)) (?:lhe )?(?:porque|por causa|para saber|para perguntar|a propósito|em relação)|(?:dizer|explicar) (?:me|nos)|me (?:dizer|explicar)|exemplo|desculpa|desculpe|perdão|(?:às|aos) (?:segundas|terças|quartas|quintas|sextas|sábados|domingos)) ',
  doubted:
    ' (?:talvez|se calhar|provavelmente|possivelmente|eventualmente|acho|creio|penso|espero|suponho|tentarei|vou tentar|tento|um dia|ou assim|ou algo assim|quem sabe|a ver se) ',
};
