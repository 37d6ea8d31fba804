import { certainIn, linesOf } from '../items.fixture.ts';

const of = (text: string) => certainIn('es', linesOf(text));

describe('action items in Spanish', () => {
  it.each([
    ['Lucía: Te mando la lista mañana.', 'Lucía', 'mañana'],
    [
      'Lucía: Voy a llamar al propietario el lunes por la mañana.',
      'Lucía',
      'el lunes por la mañana',
    ],
    ['Lucía: Enviaré el presupuesto antes del viernes.', 'Lucía', 'antes del viernes'],
    ['Lucía: Me encargo de las bebidas.', 'Lucía', null],
    ['Lucía: Yo me ocupo del sonido.', 'Lucía', null],
    ['Lucía: Os preparo un resumen.', 'Lucía', null],
    ['Lucía: Reservaré la sala.', 'Lucía', null],
    ['Lucía: Voy a mandarte el contrato.', 'Lucía', null],
    ['Lucía: Yo reviso el contrato antes de la reunión.', 'Lucía', 'antes de la reunión'],
    ['Lucía: Vale, mañana compro el papel.', 'Lucía', 'mañana'],
    ['Lucía: El viernes llevo las cajas al almacén.', 'Lucía', 'El viernes'],
    ['Lucía: Reservo la sala para el 12 de junio.', 'Lucía', 'para el 12 de junio'],
    [
      'Lucía: Pablo va a enviar las invitaciones antes del jueves. / Pablo: Exacto.',
      'Pablo',
      'antes del jueves',
    ],
    ['Lucía: Pablo se encarga de la tarta. / Pablo: Sí.', 'Pablo', null],
    ['Lucía: Pablo imprimirá los carteles. / Pablo: Sí.', 'Pablo', null],
    [
      'Lucía: ¿Puedes imprimir los carteles para el miércoles? / Pablo: Claro.',
      'Pablo',
      'para el miércoles',
    ],
    ['Lucía: Pablo, ¿podrías reservar la sala? / Pablo: Sin problema.', 'Pablo', null],
    ['Lucía: ¿Puede usted enviarme el contrato? / Sr. Gil: Por supuesto.', 'Sr. Gil', null],
    ['Lucía: Mándame las fotos, por favor. / Pablo: Vale.', 'Pablo', null],
    ['Lucía: ¿Quién puede pedir el proyector? / Pablo: Me encargo yo.', 'Pablo', null],
    ['Lucía: ¿Quién compra los vasos? / Pablo: Los compro yo.', 'Pablo', null],
    ['Lucía: Pablo, no te olvides de llamar al notario. / Pablo: Vale.', 'Pablo', null],
    ['Lucía: Puedo llamar al fontanero. / Pablo: Sería estupendo.', 'Lucía', null],
  ])('are found: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each([
    'Lucía: No te mando la lista.',
    'Lucía: Os mando un informe cada lunes.',
    'Lucía: Si llueve, llamaré al techador mañana.',
    'Lucía: Llamaría al techador mañana.',
    'Lucía: Ayer pedí las sillas.',
    'Lucía: Dice que le mando la factura mañana.',
    'Lucía: ¿Te mando la lista mañana?',
    'Lucía: Os mando el enlace en el chat ahora.',
    'Lucía: Voy a compartir mi pantalla.',
    'Lucía: Voy a pasar al siguiente punto.',
    'Lucía: Te mando un abrazo.',
    'Lucía: ¿Me oyes? / Pablo: Sí.',
    'Lucía: ¿Puedes repetir, por favor? / Pablo: Sí.',
    'Lucía: ¿Puedes imprimir los carteles? / Pablo: No, lo siento.',
    'Lucía: Puedo llamar al fontanero. / Pablo: Hum.',
    'Lucía: El lunes estaré de vacaciones.',
    'Lucía: Voy a Ronda el viernes.',
    'Lucía: Quería mandarte la lista.',
    'Lucía: Quizás te mande la lista mañana.',
    'Lucía: A lo mejor te mando la lista mañana.',
    'Lucía: El taller envía la factura mañana.',
    'Lucía: Comprará neumáticos nuevos la semana que viene.',
    'Lucía: Siempre mando las invitaciones en mayo.',
    'Lucía: El envío llega mañana.',
    'Lucía: Le escribo por la factura del lunes.',
    'Lucía: El mando a distancia llega mañana.',
    'Lucía: Si quieres, te mando la lista mañana.',
  ])('leave out: %s', (text) => {
    expect(of(text).tasks).toEqual([]);
  });

  it('are possible where it is left open or only should be done', () => {
    expect(of('Lucía: Creo que voy a llamar al propietario el lunes.').possible).toBe(1);
    expect(of('Lucía: Hay que reservar la sala antes del viernes.').possible).toBe(1);
  });
});

describe('what somebody has to do in Spanish', () => {
  it.each<readonly [string, string, string | null]>([
    ['Lucía: Todavía tienes que reservar la sala. / Pablo: Vale.', 'Pablo', null],
    [
      'Lucía: Pablo, tienes que enviar las invitaciones antes del jueves. / Pablo: Claro.',
      'Pablo',
      'antes del jueves',
    ],
    ['Lucía: Tenéis que pagar la factura. / Pablo: De acuerdo.', 'Pablo', null],
  ])('is a task once it is accepted: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each(['Lucía: Pablo, tienes que reservar la sala antes del viernes.'])(
    'is possible with a time: %s',
    (text) => {
      expect(of(text)).toMatchObject({ tasks: [], possible: 1 });
    },
  );

  it.each([
    'Lucía: Tienes que reservar la sala. / Pablo: Hum.',
    'Lucía: ¿Tienes que reservar la sala? / Pablo: Sí.',
    'Lucía: Siempre tienes que revisar la factura. / Pablo: Sí.',
    'Lucía: Si celebras, tienes que reservar la sala. / Pablo: Sí.',
    'Lucía: Hay que ver. / Pablo: Sí.',
    'Lucía: No tienes que reservar la sala. / Pablo: Vale.',
    'Lucía: Tienes que reservar la sala. / Pablo: No.',
    'Lucía: Pablo siempre lleva la caja. / Pablo: Sí.',
    'Lucía: Pablo es el encargado de la caja. / Pablo: Sí.',
    'Lucía: Normalmente Pablo se encarga de la caja. / Pablo: Sí.',
  ])('is no task where it is a rule, a role or a question: %s', (text) => {
    expect(of(text)).toMatchObject({ tasks: [], possible: 0 });
  });
});

describe('decisions in Spanish', () => {
  it.each([
    'Lucía: Hemos decidido vender el barco viejo.',
    'Lucía: Hemos optado por la segunda oferta del taller.',
    'Lucía: Queda decidido que la fiesta pasa a junio.',
    'Lucía: Acordamos un presupuesto de mil euros.',
    'Lucía: Nos quedamos con la pintura azul del catálogo.',
    'Lucía: La decisión es prorrogar el contrato con Nordwind.',
    'Lucía: El presupuesto queda aprobado con doce votos.',
    'Lucía: Propongo alquilar la sala de Ronda. / Pablo: Buena idea.',
    'Lucía: ¿Y si compramos la pintura azul? / Pablo: De acuerdo.',
    'Lucía: Vale, entonces compramos la pintura azul. / Pablo: De acuerdo.',
  ])('are found: %s', (text) => {
    expect(of(text).decisions).toHaveLength(1);
  });

  it.each([
    'Lucía: Todavía no hemos decidido qué barco vender.',
    'Lucía: ¿Hemos decidido vender el barco?',
    'Lucía: El año pasado decidimos vender el barco.',
    'Lucía: Dice que hemos decidido vender el barco.',
    'Lucía: Tenemos que decidir antes del viernes qué barco vendemos.',
    'Lucía: Han decidido vender el barco.',
    'Lucía: Hemos decidido hacer una pausa ahora.',
    'Lucía: Propongo pasar al siguiente punto. / Pablo: Buena idea.',
    'Lucía: Propongo alquilar la sala de Ronda. / Pablo: No, mejor otra.',
    'Lucía: Propongo alquilar la sala de Ronda. / Pablo: Hum.',
    'Lucía: El tiempo ha decidido ser malo.',
    'Lucía: Ayer decidimos vender el barco.',
    'Lucía: Y si vomita la perra otra vez, llámenos. / Pablo: De acuerdo.',
  ])('leave out: %s', (text) => {
    expect(of(text).decisions).toEqual([]);
  });
});
