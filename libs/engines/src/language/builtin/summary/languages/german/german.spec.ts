import { certainIn, linesOf } from '../items.fixture.ts';

const of = (text: string) => certainIn('de', linesOf(text));

describe('action items in German', () => {
  it.each([
    ['Jana: Ich schicke dir morgen die Liste.', 'Jana', 'morgen'],
    ['Jana: Ich rufe am Montag den Vermieter an.', 'Jana', 'am Montag'],
    ['Jana: Bis Freitag bestelle ich die neuen Stühle.', 'Jana', 'Bis Freitag'],
    ['Jana: Ich werde das Angebot bis Ende der Woche überarbeiten.', 'Jana', 'bis Ende der Woche'],
    ['Jana: Dann werde ich den Vertrag nächste Woche kündigen.', 'Jana', 'nächste Woche'],
    ['Jana: Ich kümmere mich um die Getränke.', 'Jana', null],
    ['Jana: Um die Getränke kümmere ich mich.', 'Jana', null],
    ['Jana: Ich übernehme den Einkauf.', 'Jana', null],
    ['Jana: Ich schicke euch den Entwurf.', 'Jana', null],
    ['Jana: Ja, klar, ich prüfe die Rechnung vor der Sitzung.', 'Jana', 'vor der Sitzung'],
    ['Jana: Ich buche das Hotel bis zum 3. Mai.', 'Jana', 'bis zum 3. Mai'],
    ['Jana: Ich schreibe der Werkstatt am zwölften Juni.', 'Jana', 'am zwölften Juni'],
    ['Jana: Ich spreche morgen mit dem Hausmeister.', 'Jana', 'morgen'],
    [
      'Jana: Emre wird die Einladungen bis Donnerstag verschicken. / Emre: Genau.',
      'Emre',
      'bis Donnerstag',
    ],
    ['Jana: Emre bestellt bis Montag den Kuchen. / Emre: Ja.', 'Emre', 'bis Montag'],
    [
      'Jana: Kannst du bis Mittwoch die Flyer drucken? / Emre: Klar, mache ich.',
      'Emre',
      'bis Mittwoch',
    ],
    ['Jana: Emre, könntest du den Saal reservieren? / Emre: Ja, gerne.', 'Emre', null],
    [
      'Jana: Können Sie mir die Unterlagen zuschicken? / Herr Vogt: Selbstverständlich.',
      'Herr Vogt',
      null,
    ],
    ['Jana: Bitte schick mir die Fotos. / Emre: Mach ich.', 'Emre', null],
    ['Jana: Schicken Sie mir bitte den Vertrag zu. / Herr Vogt: Ja, natürlich.', 'Herr Vogt', null],
    ['Jana: Wer bestellt den Beamer? / Emre: Das übernehme ich.', 'Emre', null],
    ['Jana: Wer kann die Plakate aufhängen und den Beamer besorgen? / Emre: Ich.', 'Emre', null],
    ['Jana: Wer bestellt die Gläser? / Emre: Die bestelle ich.', 'Emre', null],
    ['Jana: Soll ich den Handwerker anrufen? / Emre: Ja bitte.', 'Jana', null],
    ['Jana: Ich kann den Kuchen backen. / Emre: Das wäre super.', 'Jana', null],
  ])('are found: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each([
    'Jana: Ich schicke dir die Liste nicht.',
    'Jana: Ich schicke jeden Montag einen Bericht.',
    'Jana: Ich rufe meine Mutter immer am Sonntag an.',
    'Jana: Wenn es regnet, rufe ich morgen den Dachdecker an.',
    'Jana: Ich würde morgen den Dachdecker anrufen.',
    'Jana: Ich habe gestern die Stühle bestellt.',
    'Jana: Gestern rufe ich den Vermieter an, und er legt auf.',
    'Jana: Er sagt, ich schicke ihm morgen die Rechnung.',
    'Jana: Meine Schwester meinte, ich bestelle morgen alles neu.',
    'Jana: Schicke ich dir morgen die Liste?',
    'Jana: Ich schicke euch jetzt den Link in den Chat.',
    'Jana: Ich teile kurz meinen Bildschirm.',
    'Jana: Ich rufe den nächsten Punkt auf.',
    'Jana: Ich übernehme heute das Protokoll.',
    'Jana: Ich frage mich, ob das morgen reicht.',
    'Jana: Ich gebe dir recht.',
    'Jana: Ich schicke dir liebe Grüße.',
    'Jana: Kannst du mich hören? / Emre: Ja.',
    'Jana: Können Sie das bitte wiederholen? / Emre: Ja, gerne.',
    'Jana: Kannst du die Flyer drucken? / Emre: Nein, leider nicht.',
    'Jana: Soll ich den Handwerker anrufen? / Emre: Nein.',
    'Jana: Emre ruft am Montag den Notar an. / Emre: Nein, das geht nicht.',
    'Jana: Ich kann den Kuchen backen. / Emre: Hm.',
    'Jana: Hat Emre am Montag den Kuchen bestellt? / Emre: Ja.',
    'Jana: Das hat Emre am Montag bestellt. / Emre: Ja.',
    'Jana: Ich bin morgen im Urlaub.',
    'Jana: Ich mache morgen Urlaub.',
    'Jana: Ich werde morgen vierzig.',
    'Jana: Ich sehe dich dann am Freitag.',
    'Jana: Ich danke Ihnen für die Einladung am Freitag.',
    'Jana: Ich hatte vor, den Vertrag zu kündigen.',
    'Jana: Ich wollte dir die Liste schicken.',
    'Jana: Vielleicht schicke ich dir morgen die Liste.',
    'Jana: Ich rufe Sie an, weil meine Heizung am Montag ausgefallen ist.',
    'Jana: Ich schreibe Ihnen wegen der Rechnung vom Montag.',
    'Jana: Ich stelle heute das neue Konzept vor.',
    'Jana: Können Sie mir sagen, wann Sie liefern? / Herr Vogt: Ja, am Freitag.',
    'Jana: Man bestellt so etwas am besten im Mai.',
    'Jana: Die Werkstatt schickt morgen die Rechnung.',
    'Jana: Er bestellt morgen neue Reifen.',
    'Jana: Wir schicken niemandem etwas bis Freitag.',
    'Jana: Wenn du magst, schicke ich dir morgen die Liste.',
  ])('leave out: %s', (text) => {
    expect(of(text).tasks).toEqual([]);
  });

  it('quote what was said, and name who asks', () => {
    expect(of('Jana: Ja, ich schicke dir morgen die Liste.').texts).toEqual([
      'Ich schicke dir morgen die Liste.',
    ]);
    expect(of('Jana: Kannst du mir bis Mittwoch die Flyer drucken? / Emre: Klar.').texts).toEqual([
      'Jana: Kannst du mir bis Mittwoch die Flyer drucken?',
    ]);
  });

  it('are separate where two people take something on in one sentence', () => {
    const found = of(
      'Jana: Ich schicke morgen die Liste, und Emre bestellt bis Montag den Kuchen. / Emre: Ja.',
    );
    expect(found.tasks).toEqual([
      ['Jana', 'morgen'],
      ['Emre', 'bis Montag'],
    ]);
  });

  it('are possible where it is left open or only should be done', () => {
    expect(of('Jana: Ich glaube, ich schicke euch morgen die Liste.').possible).toBe(1);
    expect(of('Jana: Ich muss morgen den Vermieter anrufen.').possible).toBe(1);
    expect(of('Jana: Wir müssen bis Freitag den Saal buchen.').possible).toBe(1);
  });
});

describe('what somebody has to do in German', () => {
  it.each<readonly [string, string, string | null]>([
    ['Jana: Du musst noch den Saal buchen. / Emre: Ja, mache ich.', 'Emre', null],
    [
      'Jana: Emre, du musst bis Freitag die Einladungen verschicken. / Emre: Okay.',
      'Emre',
      'bis Freitag',
    ],
    ['Jana: Ihr müsst noch die Rechnung bezahlen. / Emre: Klar.', 'Emre', null],
    ['Jana: Wir müssen noch den Saal buchen. / Emre: Das mache ich.', 'Emre', null],
  ])('is a task once it is accepted: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each([
    'Jana: Emre, du musst bis Freitag den Saal buchen.',
    'Jana: Wir müssen bis Freitag noch den Saal buchen.',
  ])('is possible with a time: %s', (text) => {
    expect(of(text)).toMatchObject({ tasks: [], possible: 1 });
  });

  it.each([
    'Jana: Du musst noch den Saal buchen. / Emre: Hm.',
    'Jana: Wir müssen noch den Saal buchen. / Emre: Hm.',
    'Jana: Man muss erst den Saal buchen. / Emre: Ja.',
    'Jana: Man muss sehen. / Emre: Ja.',
    'Jana: Musst du noch den Saal buchen? / Emre: Ja.',
    'Jana: Du musst immer zuerst die Rechnung prüfen. / Emre: Ja.',
    'Jana: Du musst den Saal nicht buchen. / Emre: Okay.',
    'Jana: Wenn du feierst, musst du den Saal buchen. / Emre: Ja.',
    'Jana: Du musst dir das so vorstellen. / Emre: Ja.',
    'Jana: Du musst noch den Saal buchen. / Emre: Nein.',
    'Jana: Emre macht immer die Kasse. / Emre: Ja.',
    'Jana: Emre kümmert sich bei uns um die Kasse. / Emre: Ja.',
    'Jana: Emre ist für die Kasse zuständig. / Emre: Ja.',
    'Jana: Emre bestellt montags den Kuchen. / Emre: Ja.',
  ])('is no task where it is a rule, a role or a question: %s', (text) => {
    expect(of(text)).toMatchObject({ tasks: [], possible: 0 });
  });
});

describe('decisions in German', () => {
  it.each([
    'Jana: Wir haben beschlossen, das alte Boot zu verkaufen.',
    'Jana: Wir haben uns für das zweite Angebot entschieden.',
    'Jana: Damit ist beschlossen, dass der Beitrag auf vierzig Euro steigt.',
    'Jana: Dann beschließen wir, die Boote aus der Rücklage zu bezahlen.',
    'Jana: Wir einigen uns auf den zweiten Juni für das Fest.',
    'Jana: Die Entscheidung lautet, dass wir den Vertrag mit Nordwind verlängern.',
    'Jana: Der Haushalt ist damit einstimmig angenommen.',
    'Jana: Der Vorstand hat einstimmig beschlossen, die Halle zu mieten.',
    'Jana: Lasst uns das Fest auf Juni verschieben. / Emre: Einverstanden.',
    'Jana: Ich schlage vor, dass wir die Halle in Kiel mieten. / Emre: Gute Idee.',
    'Jana: Sollen wir den blauen Lack nehmen? / Emre: Ja, bin dafür.',
    'Jana: Gut, dann nehmen wir den blauen Lack. / Emre: Einverstanden.',
  ])('are found: %s', (text) => {
    expect(of(text).decisions).toHaveLength(1);
  });

  it.each([
    'Jana: Wir haben noch nicht beschlossen, welches Boot wir verkaufen.',
    'Jana: Haben wir beschlossen, das Boot zu verkaufen?',
    'Jana: Wenn wir beschlossen haben, das Boot zu verkaufen, sage ich Bescheid.',
    'Jana: Wir haben damals beschlossen, das Boot zu verkaufen.',
    'Jana: Er sagt, wir haben beschlossen, das Boot zu verkaufen.',
    'Jana: Wir müssen bis Freitag entscheiden, welches Boot wir verkaufen.',
    'Jana: Das wird der Vorstand im Mai entscheiden.',
    'Jana: Sie haben beschlossen, das Boot zu verkaufen.',
    'Jana: Wir haben uns entschieden, jetzt eine Pause zu machen.',
    'Jana: Lasst uns mit dem nächsten Punkt anfangen. / Emre: Einverstanden.',
    'Jana: Sollen wir den blauen Lack nehmen? / Emre: Nein, lieber den roten.',
    'Jana: Lasst uns das Fest auf Juni verschieben. / Emre: Hm.',
    'Jana: Wir nehmen morgens immer den Bus.',
    'Jana: Gestern haben wir beschlossen, das Boot zu verkaufen.',
    'Jana: Wir haben beschlossen, morgen weiterzureden.',
    'Jana: Die Regierung hat beschlossen, die Steuern zu senken.',
    'Jana: Das Wetter hat sich entschieden, schlecht zu sein.',
    'Jana: Ich schlage vor, wir machen weiter. / Emre: Einverstanden.',
  ])('leave out: %s', (text) => {
    expect(of(text).decisions).toEqual([]);
  });
});
