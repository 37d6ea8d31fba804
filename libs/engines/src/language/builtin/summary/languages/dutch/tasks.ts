import type { TaskPatterns, TaskRefusals, TaskVerbs } from '../worded/language-words.ts';

/** The verbs of Dutch tasks. Of separable verbs, the parts that a clause has in the middle are in the patterns. */
export const DUTCH_VERBS: TaskVerbs = {
  infinitive: `(?:op|door|ver|toe|terug|in)?sturen (?:door|terug)?mailen (?:op|terug)?bellen boeken reserveren bestellen (?:in)?kopen betalen regelen controleren nakijken voorbereiden printen
    afdrukken (?:op|be)?schrijven opstellen (?:op)?halen (?:mee|terug|weg)?brengen meenemen repareren bijwerken afronden aanvragen navragen contacteren uitnodigen invullen (?:onder)?tekenen
    vertalen organiseren (?:in)?plannen opzeggen annuleren uitzoeken opzoeken publiceren installeren schoonmaken opruimen inleveren aanpassen corrigeren overmaken teruggeven klaarzetten klaarmaken
    contact_opnemen zorgen_voor (?:lijst|verslag|offerte|afspraak|bestelling|kopie)_maken doen_(?:de)_boodschappen ophangen`,
  first:
    'stuur verstuur mail bel boek reserveer bestel koop betaal regel controleer print schrijf breng repareer vertaal organiseer plan annuleer publiceer installeer corrigeer teken onderteken contacteer nodig vul lever maak_(?:de|het|een)_(?:lijst|verslag|offerte|afspraak|bestelling|kopie)',
  firstFuture: '',
  third:
    'stuurt verstuurt mailt belt boekt reserveert bestelt koopt betaalt regelt controleert print schrijft brengt repareert vertaalt organiseert plant annuleert publiceert installeert corrigeert tekent ondertekent contacteert nodigt vult levert',
  thirdFuture: '',
  imperative:
    'stuur verstuur mail bel boek reserveer bestel koop betaal regel controleer print schrijf haal breng repareer vertaal organiseer plan annuleer corrigeer teken onderteken vul lever stuurt_u belt_u',
};

/** To whom: then also the present is a promise. */
const WHOM = '(?:je|jou|jullie|u|hem|haar|hen|ze)';
const CAN_YOU =
  '(?:kun je|kan je|kun jij|kan jij|kunt u|kunnen jullie|zou je|zou jij|zou u|zouden jullie|wil je|wil jij|wilt u|willen jullie)';
/** Verbs that are cut in two, from the verb to the word at the end. */
const CUT_IN_TWO = (subject: string, first: string) =>
  [
    `kijk${first} `,
    `vraag${first} `,
    `zoek${first} `,
    `zeg${first} `,
    `hang${first} `,
    `ruim${first} `,
    `rond${first} `,
    `neem${first} `,
    `haal${first} `,
  ].map(
    (verb) =>
      ` (?:${subject} ${verb}|${verb}${subject} ){gap}(?:na|aan|uit|op|af|mee|contact op) (?:$|voor |met |om )`,
  );

/** How tasks are stated in Dutch. */
export const DUTCH_TASKS: TaskPatterns = {
  promised: [
    ' (?:ik zal|zal ik|ik ga|ga ik) {gap}{infinitive} ',
    ` (?:ik {first}|{first} ik) (?:(?:het|die|dat|dan|ook|nog) )?${WHOM} `,
    ' (?:ik zorg|zorg ik) (?:er )?{few}(?:voor|ervoor) (?!mijn |me )',
    ' (?:ik regel|regel ik) ',
    ' (?:ik neem|neem ik) {gap}(?:op me|voor mijn rekening) ',
  ],
  promisedWithTime: [' ik {first} ', ' {first} ik ', ...CUT_IN_TWO('ik', '')],
  named: [
    ' (?<!(?:dat|of|als|en) ){name} (?:zal|gaat) {gap}{infinitive} ',
    ' {name} (?:zorgt (?:er )?{few}(?:voor|ervoor)|regelt) ',
  ],
  namedWithTime: [
    ' (?<!(?:heeft|had|hebben|met|van|aan|voor|bij|door|dat|of) ){name} (?:dan )?{third} ',
    ...CUT_IN_TWO('{name}', 't'),
  ],
  asked: [
    ` ${CAN_YOU} {gap}{infinitive} `,
    ' (?:alsjeblieft|alstublieft|aub|graag) {few}{imperative} ',
    ' {imperative} {gap}(?:alsjeblieft|alstublieft|aub) ',
    ' vergeet niet (?:om )?{gap}(?:te|op te|na te|uit te) {infinitive} ',
  ],
  required: [
    ' (?:jij moet|moet jij|jullie moeten|moeten jullie|u moet|moet u|je moet (?:nog|wel|dan|even)|moet je (?:nog|wel|dan|even)) {gap}{infinitive} ',
  ],
  askedOfAnybody: [
    ' wie (?:kan|wil|zou) {gap}{infinitive} ',
    '^ (?:en )?wie (?:zorgt {few}voor|{third}) ',
    ' kan iemand {gap}{infinitive} ',
  ],
  offered: [
    '^ (?:en |dus |oké |ok |anders )?zal ik {gap}{infinitive} $',
    ' (?:ik kan|kan ik) {gap}{infinitive} ',
  ],
  meant: [' (?:ik moet|moet ik) {gap}{infinitive} '],
  meantOfAnybody: [
    ' (?:we moeten|wij moeten|moeten we|moeten wij) {gap}{infinitive} ',
    ' (?:iemand moet|moet iemand) {gap}{infinitive} ',
  ],
};

/** What is no task in Dutch. */
export const DUTCH_REFUSALS: TaskRefusals = {
  polite:
    ' (?:als het kan|als je kunt|als je kan|als u kunt|als het mogelijk is|indien mogelijk|als je tijd hebt)(?= )',
  supposed:
    ' (?:als|indien|tenzij|mits|stel|stel dat|zei|zeiden|zegt|zeggen|gezegd|vroeg|gevraagd|dacht|denkt|beweert|vertelde|vertelt|verteld|schreef|schijnt|blijkbaar|had|hadden|zou ik|ik zou|zouden we|zou hij|zou ze|alsof|of ik) ',
  refused:
    ' (?:(?<!vergeet )niet|nooit|geen|niets|niks|niemand|altijd|elke|elk|ieder|iedere|steeds|vaak|meestal|soms|normaal|normaliter|gewoonlijk|doorgaans|in principe|dagelijks|wekelijks|maandelijks|jaarlijks|regelmatig|traditioneel|bij ons|verantwoordelijk|vanouds|s (?:maandags|dinsdags|woensdags|donderdags|vrijdags|zaterdags|zondags|zomers|winters)|gisteren|eergisteren|(?:vorige?|afgelopen) (?:week|maand|jaar|keer|zomer|winter|vergadering|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)|toen|vroeger|destijds|nu|meteen|direct|zo meteen|in de chat|scherm|microfoon|camera|dia|dias|volgende punt|agendapunt|het woord|horen|hoor|herhalen|sinds|al (?:\\S+ )?(?:jaar|jaren|maanden|tijden)|contant|met (?:pin|de kaart)|eerlijk gezegd|groeten|groetjes|knuffel|een voorbeeld|vraag me af|vraag (?:me|je|u|jullie) (?:of|om|waarom|wat)|(?:bel|schrijf|mail) (?:je|u|jullie) (?:omdat|over|vanwege|in verband|wegens)|(?:me|ons) (?:zeggen|uitleggen|vertellen)|mij (?:zeggen|uitleggen|vertellen)|sorry|pardon) ',
  doubted:
    ' (?:misschien|wellicht|mogelijk|waarschijnlijk|vermoedelijk|ik denk|denk ik|ik geloof|geloof ik|ik hoop|hoop ik|hopelijk|probeer|ooit|of zo|of zoiets|eventueel) ',
};
