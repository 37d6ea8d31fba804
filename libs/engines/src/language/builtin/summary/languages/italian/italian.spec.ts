import { describe, expect, it } from '@jest/globals';
import { certainIn, linesOf } from '../items.fixture.ts';

const of = (text: string) => certainIn('it', linesOf(text));

describe('action items in Italian', () => {
  it.each<readonly [string, string, string | null]>([
    ['Giulia: Ti mando la lista domani.', 'Giulia', 'domani'],
    ['Giulia: Domani chiamo il proprietario.', 'Giulia', 'Domani'],
    ['Giulia: Invierò il preventivo entro venerdì.', 'Giulia', 'entro venerdì'],
    ['Giulia: Mi occupo io delle bevande.', 'Giulia', null],
    ['Giulia: Alle bevande ci penso io.', 'Giulia', null],
    ['Giulia: Vi preparo un riassunto.', 'Giulia', null],
    ['Giulia: Prenoterò la sala.', 'Giulia', null],
    ['Giulia: Pagherò la fattura la settimana prossima.', 'Giulia', 'la settimana prossima'],
    ['Giulia: Va bene, domani compro la carta.', 'Giulia', 'domani'],
    ['Giulia: Venerdì porto le scatole in magazzino.', 'Giulia', 'Venerdì'],
    ['Giulia: Prenoto la sala per il 12 giugno.', 'Giulia', 'per il 12 giugno'],
    ['Giulia: Controllo il contratto prima della riunione.', 'Giulia', 'prima della riunione'],
    ['Giulia: Te lo mando entro fine mese.', 'Giulia', 'entro fine mese'],
    ['Giulia: Marco manderà gli inviti entro giovedì. / Marco: Esatto.', 'Marco', 'entro giovedì'],
    ['Giulia: Marco si occupa della torta. / Marco: Sì.', 'Marco', null],
    ['Giulia: Lunedì Marco chiama il notaio. / Marco: Sì.', 'Marco', 'Lunedì'],
    ['Giulia: Puoi stampare i manifesti per mercoledì? / Marco: Certo.', 'Marco', 'per mercoledì'],
    ['Giulia: Marco, potresti prenotare la sala? / Marco: Nessun problema.', 'Marco', null],
    ["Giulia: Può mandarmi il contratto? / Signor Gallo: Senz'altro.", 'Signor Gallo', null],
    ['Giulia: Mandami le foto, per favore. / Marco: Va bene.', 'Marco', null],
    ['Giulia: Chi può ordinare il proiettore? / Marco: Ci penso io.', 'Marco', null],
    ['Giulia: Chi compra i bicchieri? / Marco: Li compro io.', 'Marco', null],
    ['Giulia: Chi scrive al notaio? / Marco: Gli scrivo io stasera.', 'Marco', 'stasera'],
    ['Giulia: Marco, non dimenticare di chiamare il notaio. / Marco: Ok.', 'Marco', null],
    ["Giulia: Posso chiamare l'idraulico. / Marco: Sarebbe fantastico.", 'Giulia', null],
  ])('are found: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each<readonly [string, string, string | null]>([
    ['Giulia: Devi ancora prenotare la sala. / Marco: Va bene.', 'Marco', null],
    [
      'Giulia: Marco, devi mandare gli inviti entro giovedì. / Marco: Certo.',
      'Marco',
      'entro giovedì',
    ],
  ])('are what somebody has to do and accepts: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each([
    'Giulia: Non ti mando la lista.',
    'Giulia: Vi mando un rapporto ogni lunedì.',
    'Giulia: Il lunedì mando sempre il rapporto.',
    'Giulia: Se piove, chiamerò il tetto domani.',
    'Giulia: Chiamerei il notaio domani.',
    'Giulia: Ieri ho ordinato le sedie.',
    'Giulia: Dice che le mando la fattura domani.',
    'Giulia: Ti mando la lista domani?',
    'Giulia: Vi mando il link in chat adesso.',
    'Giulia: Condivido il mio schermo.',
    'Giulia: Passiamo al prossimo punto.',
    'Giulia: Ti mando un abbraccio.',
    'Giulia: Puoi sentirmi? / Marco: Sì.',
    'Giulia: Può ripetere, per favore? / Marco: Sì.',
    'Giulia: Puoi stampare i manifesti? / Marco: No, mi dispiace.',
    "Giulia: Posso chiamare l'idraulico. / Marco: Mah.",
    'Giulia: Lunedì sarò in vacanza.',
    'Giulia: Venerdì vado a Roma.',
    'Giulia: Volevo mandarti la lista.',
    'Giulia: Forse ti mando la lista domani.',
    "Giulia: L'officina manda la fattura domani.",
    'Giulia: Comprerà gomme nuove la settimana prossima.',
    'Giulia: Mando sempre gli inviti in maggio.',
    'Giulia: Il controllo è domani.',
    'Giulia: Le scrivo per la fattura di lunedì.',
    'Giulia: Marco si occupa sempre della cassa. / Marco: Sì.',
    'Giulia: Di solito Marco prepara la sala il venerdì. / Marco: Sì.',
    'Giulia: Se vuoi ti mando la lista domani.',
    'Giulia: Mi occupo di marketing.',
    'Giulia: Mi occupo del marketing da dieci anni.',
    'Giulia: Ti mando un bacio.',
    'Giulia: Posso pagare con la carta? / Marco: Certo.',
  ])('leave out: %s', (text) => {
    expect(of(text).tasks).toEqual([]);
  });

  it.each([
    'Giulia: Devi ancora prenotare la sala. / Marco: Mah.',
    'Giulia: Devi prenotare la sala? / Marco: Sì.',
    'Giulia: Devi sempre chiamare prima di venerdì. / Marco: Sì.',
    'Giulia: Si deve vedere.',
  ])('leave out, also as possible: %s', (text) => {
    expect(of(text)).toMatchObject({ tasks: [], possible: 0 });
  });

  it.each([
    'Giulia: Credo che domani chiamerò il proprietario.',
    'Giulia: Devo chiamare il proprietario lunedì.',
    'Giulia: Bisogna prenotare la sala entro venerdì.',
    'Giulia: Marco, devi prenotare la sala entro venerdì.',
  ])('are possible where it is left open, or only should be done: %s', (text) => {
    expect(of(text)).toMatchObject({ tasks: [], possible: 1 });
  });
});

describe('decisions in Italian', () => {
  it.each([
    'Giulia: Abbiamo deciso di vendere la vecchia barca.',
    "Giulia: Abbiamo scelto la seconda offerta dell'officina.",
    'Giulia: È deciso che la festa si sposta a giugno.',
    'Giulia: Ci siamo accordati su un budget di mille euro.',
    'Giulia: La decisione è prorogare il contratto con Nordwind.',
    'Giulia: Il bilancio è approvato con dodici voti.',
    'Giulia: Propongo di affittare la sala di Verona. / Marco: Buona idea.',
    "Giulia: E se compriamo la vernice blu? / Marco: D'accordo.",
    "Giulia: Bene, allora compriamo la vernice blu. / Marco: D'accordo.",
  ])('are found: %s', (text) => {
    expect(of(text).decisions).toHaveLength(1);
  });

  it.each([
    'Giulia: Non abbiamo ancora deciso quale barca vendere.',
    'Giulia: Abbiamo deciso di vendere la barca?',
    "Giulia: L'anno scorso abbiamo deciso di vendere la barca.",
    'Giulia: Dice che abbiamo deciso di vendere la barca.',
    'Giulia: Dobbiamo decidere entro venerdì quale barca vendiamo.',
    'Giulia: Hanno deciso di vendere la barca.',
    'Giulia: Abbiamo deciso di fare una pausa adesso.',
    'Giulia: Propongo di passare al prossimo punto. / Marco: Buona idea.',
    "Giulia: Propongo di affittare la sala di Verona. / Marco: No, meglio un'altra.",
    'Giulia: Propongo di affittare la sala di Verona. / Marco: Mah.',
    'Giulia: Il tempo ha deciso di essere brutto.',
  ])('leave out: %s', (text) => {
    expect(of(text).decisions).toEqual([]);
  });
});
