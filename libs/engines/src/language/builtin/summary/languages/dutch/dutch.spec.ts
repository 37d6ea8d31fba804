import { describe, expect, it } from '@jest/globals';
import { certainIn, linesOf } from '../items.fixture.ts';

const of = (text: string) => certainIn('nl', linesOf(text));

describe('action items in Dutch', () => {
  it.each<readonly [string, string, string | null]>([
    ['Sanne: Ik stuur je morgen de lijst.', 'Sanne', 'morgen'],
    ['Sanne: Ik bel maandag de verhuurder.', 'Sanne', 'maandag'],
    ['Sanne: Morgen bestel ik de nieuwe stoelen.', 'Sanne', 'Morgen'],
    ['Sanne: Ik zal de offerte voor vrijdag nakijken.', 'Sanne', 'voor vrijdag'],
    ['Sanne: Ik ga volgende week het contract opzeggen.', 'Sanne', 'volgende week'],
    ['Sanne: Ik zorg voor de drankjes.', 'Sanne', null],
    ['Sanne: Ik regel de zaal.', 'Sanne', null],
    ['Sanne: Ik stuur jullie het ontwerp.', 'Sanne', null],
    [
      'Sanne: Ja, natuurlijk, ik controleer de rekening voor de vergadering.',
      'Sanne',
      'voor de vergadering',
    ],
    ['Sanne: Ik boek het hotel voor 3 mei.', 'Sanne', 'voor 3 mei'],
    ['Sanne: Ik kijk het contract morgen na.', 'Sanne', 'morgen'],
    [
      'Sanne: Daan zal de uitnodigingen voor donderdag versturen. / Daan: Precies.',
      'Daan',
      'voor donderdag',
    ],
    ['Sanne: Daan bestelt maandag de taart. / Daan: Ja.', 'Daan', 'maandag'],
    ['Sanne: Daan zorgt voor de taart. / Daan: Ja.', 'Daan', null],
    ['Sanne: Kun je voor woensdag de flyers printen? / Daan: Natuurlijk.', 'Daan', 'voor woensdag'],
    ['Sanne: Daan, zou je de zaal kunnen reserveren? / Daan: Ja, graag.', 'Daan', null],
    ['Sanne: Kunt u mij de papieren toesturen? / Meneer Bos: Uiteraard.', 'Meneer Bos', null],
    ["Sanne: Stuur me de foto's, alsjeblieft. / Daan: Doe ik.", 'Daan', null],
    ['Sanne: Wie bestelt de beamer? / Daan: Dat doe ik.', 'Daan', null],
    ['Sanne: Wie koopt de planken? / Daan: Die koop ik zaterdag.', 'Daan', 'zaterdag'],
    ['Sanne: Wie kan de posters ophangen? / Daan: Ik.', 'Daan', null],
    ['Sanne: Zal ik de loodgieter bellen? / Daan: Ja graag.', 'Sanne', null],
    ['Sanne: Ik kan de zaal boeken. / Daan: Dat zou fijn zijn.', 'Sanne', null],
    ['Sanne: Daan, vergeet niet de notaris te bellen. / Daan: Komt goed.', 'Daan', null],
  ])('are found: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each<readonly [string, string, string | null]>([
    ['Sanne: Je moet nog de zaal boeken. / Daan: Oké.', 'Daan', null],
    [
      'Sanne: Daan, jij moet de uitnodigingen voor donderdag versturen. / Daan: Natuurlijk.',
      'Daan',
      'voor donderdag',
    ],
  ])('are what somebody has to do and accepts: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each([
    'Sanne: Ik stuur je de lijst niet.',
    'Sanne: Ik stuur elke maandag een verslag.',
    'Sanne: Ik bel mijn moeder altijd op zondag.',
    'Sanne: Als het regent, bel ik morgen de dakdekker.',
    'Sanne: Ik zou morgen de dakdekker bellen.',
    'Sanne: Ik heb gisteren de stoelen besteld.',
    'Sanne: Hij zegt dat ik hem morgen de rekening stuur.',
    'Sanne: Stuur ik je morgen de lijst?',
    'Sanne: Ik stuur jullie nu de link in de chat.',
    'Sanne: Ik deel mijn scherm.',
    'Sanne: Ik ga door naar het volgende punt.',
    'Sanne: Ik vraag me af of dat morgen genoeg is.',
    'Sanne: Ik stuur je de groeten.',
    'Sanne: Kun je me horen? / Daan: Ja.',
    'Sanne: Kunt u dat herhalen? / Daan: Ja.',
    'Sanne: Kun je de flyers printen? / Daan: Nee, helaas niet.',
    'Sanne: Zal ik de loodgieter bellen? / Daan: Nee.',
    'Sanne: Ik kan de zaal boeken. / Daan: Hm.',
    'Sanne: Heeft Daan maandag de taart besteld? / Daan: Ja.',
    'Sanne: Ik ben morgen op vakantie.',
    'Sanne: Ik ga vrijdag naar Utrecht.',
    'Sanne: Ik wilde je de lijst sturen.',
    'Sanne: Misschien stuur ik je morgen de lijst.',
    'Sanne: Ik bel u omdat mijn verwarming maandag is uitgevallen.',
    'Sanne: De garage stuurt morgen de rekening.',
    'Sanne: Hij koopt volgende week nieuwe banden.',
    'Sanne: Ik heb morgen een boek nodig.',
    'Sanne: Daan regelt altijd de kassa. / Daan: Ja.',
    'Sanne: Meestal boekt Daan op maandag de zaal. / Daan: Ja.',
    'Sanne: Als je wilt, stuur ik je morgen de lijst.',
    'Sanne: Ik zorg al tien jaar voor patiënten.',
    'Sanne: Ik haal het examen morgen wel.',
    'Sanne: Ik betaal morgen contant.',
  ])('leave out: %s', (text) => {
    expect(of(text).tasks).toEqual([]);
  });

  it.each([
    'Sanne: Je moet nog de zaal boeken. / Daan: Hm.',
    'Sanne: Moet jij de zaal boeken? / Daan: Ja.',
    'Sanne: Je moet altijd eerst bellen. / Daan: Ja.',
    'Sanne: Men moet afwachten.',
  ])('leave out, also as possible: %s', (text) => {
    expect(of(text)).toMatchObject({ tasks: [], possible: 0 });
  });

  it.each([
    'Sanne: Ik denk dat ik maandag de verhuurder ga bellen, ik ga hem bellen.',
    'Sanne: Ik moet maandag de verhuurder bellen.',
    'Sanne: We moeten voor vrijdag de zaal boeken.',
    'Sanne: Daan, jij moet voor vrijdag de zaal boeken.',
  ])('are possible where it is left open, or only should be done: %s', (text) => {
    expect(of(text)).toMatchObject({ tasks: [], possible: 1 });
  });
});

describe('decisions in Dutch', () => {
  it.each([
    'Sanne: We hebben besloten de oude boot te verkopen.',
    'Sanne: We hebben voor de tweede offerte gekozen.',
    'Sanne: Er is besloten dat het feest naar juni gaat.',
    'Sanne: We besluiten de boten uit de reserve te betalen.',
    'Sanne: Het besluit is dat we het contract met Nordwind verlengen.',
    'Sanne: De begroting is unaniem goedgekeurd.',
    'Sanne: Het bestuur heeft besloten de hal te huren.',
    'Sanne: Laten we het feest naar juni verplaatsen. / Daan: Akkoord.',
    'Sanne: Zullen we de blauwe lak nemen? / Daan: Ja, goed idee.',
    'Sanne: Goed, dan nemen we de blauwe lak. / Daan: Akkoord.',
  ])('are found: %s', (text) => {
    expect(of(text).decisions).toHaveLength(1);
  });

  it.each([
    'Sanne: We hebben nog niet besloten welke boot we verkopen.',
    'Sanne: Hebben we besloten de boot te verkopen?',
    'Sanne: Vorig jaar hebben we besloten de boot te verkopen.',
    'Sanne: Hij zegt dat we besloten hebben de boot te verkopen.',
    'Sanne: We moeten voor vrijdag beslissen welke boot we verkopen.',
    'Sanne: Ze hebben besloten de boot te verkopen.',
    'Sanne: We hebben besloten nu pauze te nemen.',
    'Sanne: Laten we met het volgende punt beginnen. / Daan: Akkoord.',
    'Sanne: Zullen we de blauwe lak nemen? / Daan: Nee, liever de rode.',
    'Sanne: Laten we het feest naar juni verplaatsen. / Daan: Hm.',
    'Sanne: We nemen altijd de bus.',
    'Sanne: Het weer heeft besloten slecht te zijn.',
  ])('leave out: %s', (text) => {
    expect(of(text).decisions).toEqual([]);
  });
});
