import { describe, expect, it } from '@jest/globals';
import { certainIn, linesOf } from '../items.fixture.ts';

const of = (text: string) => certainIn('pt', linesOf(text));

describe('action items in Portuguese', () => {
  it.each<readonly [string, string, string | null]>([
    ['Inês: Envio-te a lista amanhã.', 'Inês', 'amanhã'],
    ['Inês: Eu te mando a lista amanhã.', 'Inês', 'amanhã'],
    ['Inês: Vou ligar ao senhorio na segunda-feira.', 'Inês', 'na segunda-feira'],
    ['Inês: Enviarei o orçamento até sexta-feira.', 'Inês', 'até sexta-feira'],
    ['Inês: Eu trato das bebidas.', 'Inês', null],
    ['Inês: Fico responsável pelo som.', 'Inês', null],
    ['Inês: Vou preparar um resumo.', 'Inês', null],
    ['Inês: Reservarei a sala.', 'Inês', null],
    ['Inês: Vou enviar-te o contrato.', 'Inês', null],
    ['Inês: Está bem, amanhã compro o papel.', 'Inês', 'amanhã'],
    ['Inês: Eu verifico o contrato antes da reunião.', 'Inês', 'antes da reunião'],
    ['Inês: Reservo a sala para 12 de junho.', 'Inês', 'para 12 de junho'],
    ['Inês: O Rui vai enviar os convites até quinta. / Rui: Certo.', 'Rui', 'até quinta'],
    ['Inês: O Rui fica responsável pelo bolo. / Rui: Sim.', 'Rui', null],
    ['Inês: O Rui imprimirá os cartazes. / Rui: Sim.', 'Rui', null],
    ['Inês: Podes imprimir os cartazes até quarta? / Rui: Claro.', 'Rui', 'até quarta'],
    ['Inês: Rui, podias reservar a sala? / Rui: Sem problema.', 'Rui', null],
    ['Inês: O senhor pode enviar-me o contrato? / Sr. Melo: Com certeza.', 'Sr. Melo', null],
    ['Inês: Manda-me as fotos, por favor. / Rui: Está bem.', 'Rui', null],
    ['Inês: Quem pode encomendar o projetor? / Rui: Eu trato disso.', 'Rui', null],
    ['Inês: Quem compra os copos? / Rui: Deixa comigo.', 'Rui', null],
    ['Inês: Quem imprime os bilhetes? / Rui: Eu imprimo na sexta.', 'Rui', 'na sexta'],
    ['Inês: Eu ligo para a câmara amanhã.', 'Inês', 'amanhã'],
    ['Inês: Rui, não te esqueças de ligar ao notário. / Rui: Ok.', 'Rui', null],
    ['Inês: Posso ligar ao canalizador. / Rui: Isso seria ótimo.', 'Inês', null],
  ])('are found: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each<readonly [string, string, string | null]>([
    ['Inês: Ainda tens de reservar a sala. / Rui: Está bem.', 'Rui', null],
    ['Inês: Rui, você precisa enviar os convites até quinta. / Rui: Claro.', 'Rui', 'até quinta'],
  ])('are what somebody has to do and accepts: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each([
    'Inês: Não te mando a lista.',
    'Inês: Envio um relatório todas as segundas.',
    'Inês: Se chover, ligarei ao telhador amanhã.',
    'Inês: Ligaria ao telhador amanhã.',
    'Inês: Ontem encomendei as cadeiras.',
    'Inês: Ele diz que lhe envio a fatura amanhã.',
    'Inês: Envio-te a lista amanhã?',
    'Inês: Envio-vos o link no chat agora.',
    'Inês: Vou partilhar o meu ecrã.',
    'Inês: Vou passar ao próximo ponto.',
    'Inês: Mando-te um abraço.',
    'Inês: Podes ouvir-me? / Rui: Sim.',
    'Inês: Pode repetir, por favor? / Rui: Sim.',
    'Inês: Podes imprimir os cartazes? / Rui: Não, lamento.',
    'Inês: Posso ligar ao canalizador. / Rui: Hum.',
    'Inês: Na segunda estarei de férias.',
    'Inês: Vou ao Porto na sexta.',
    'Inês: Queria mandar-te a lista.',
    'Inês: Talvez te mande a lista amanhã.',
    'Inês: A oficina envia a fatura amanhã.',
    'Inês: Ele comprará pneus novos na próxima semana.',
    'Inês: Mando sempre os convites em maio.',
    'Inês: O contacto chega amanhã.',
    'Inês: Escrevo-lhe por causa da fatura de segunda.',
    'Inês: O Rui trata sempre da caixa. / Rui: Sim.',
    'Inês: Normalmente o Rui prepara a sala na sexta. / Rui: Sim.',
    'Inês: Se quiseres, mando-te a lista amanhã.',
    'Inês: Eu trato de doentes.',
    'Inês: Eu trato da caixa há dez anos.',
    'Inês: Vou pagar com cartão. / Rui: Claro.',
  ])('leave out: %s', (text) => {
    expect(of(text).tasks).toEqual([]);
  });

  it.each([
    'Inês: Tens de reservar a sala. / Rui: Hum.',
    'Inês: Tens de reservar a sala? / Rui: Sim.',
    'Inês: Tens sempre de ligar antes. / Rui: Sim.',
    'Inês: É preciso ver.',
  ])('leave out, also as possible: %s', (text) => {
    expect(of(text)).toMatchObject({ tasks: [], possible: 0 });
  });

  it.each([
    'Inês: Acho que vou ligar ao senhorio na segunda.',
    'Inês: Tenho de ligar ao senhorio na segunda.',
    'Inês: É preciso reservar a sala até sexta.',
    'Inês: Rui, tens de reservar a sala até sexta.',
  ])('are possible where it is left open, or only should be done: %s', (text) => {
    expect(of(text)).toMatchObject({ tasks: [], possible: 1 });
  });
});

describe('decisions in Portuguese', () => {
  it.each([
    'Inês: Decidimos vender o barco velho.',
    'Inês: Escolhemos a segunda proposta da oficina.',
    'Inês: Fica decidido que a festa passa para junho.',
    'Inês: A decisão é prolongar o contrato com a Nordwind.',
    'Inês: O orçamento fica aprovado com doze votos.',
    'Inês: A direção decidiu alugar o pavilhão de Braga.',
    'Inês: Proponho alugar a sala de Braga. / Rui: Boa ideia.',
    'Inês: E se comprarmos a tinta azul? / Rui: De acordo.',
    'Inês: Ok, então compramos a tinta azul. / Rui: De acordo.',
  ])('are found: %s', (text) => {
    expect(of(text).decisions).toHaveLength(1);
  });

  it.each([
    'Inês: Ainda não decidimos que barco vender.',
    'Inês: Decidimos vender o barco?',
    'Inês: No ano passado decidimos vender o barco.',
    'Inês: Ele diz que decidimos vender o barco.',
    'Inês: Temos de decidir até sexta que barco vendemos.',
    'Inês: Eles decidiram vender o barco.',
    'Inês: Decidimos fazer uma pausa agora.',
    'Inês: Proponho passar ao próximo ponto. / Rui: Boa ideia.',
    'Inês: Proponho alugar a sala de Braga. / Rui: Não, antes outra.',
    'Inês: Proponho alugar a sala de Braga. / Rui: Hum.',
    'Inês: O tempo decidiu ser mau.',
    'Inês: Ontem decidimos vender o barco.',
  ])('leave out: %s', (text) => {
    expect(of(text).decisions).toEqual([]);
  });
});
