/** Categories of the agent; the last one is for everything else. */
export const FINANCIAL_CATEGORIES = [
  'Venue',
  'Travel',
  'Food',
  'Staff',
  'Software',
  'Equipment',
  'Marketing',
  'Services',
  'Taxes & fees',
  'Other',
] as const;

/** Words of each category; those that end with a hyphen are beginnings of words. */
export const CATEGORY_WORDS: readonly (readonly [(typeof FINANCIAL_CATEGORIES)[number], string])[] =
  [
    [
      'Venue',
      'venue hall room rent rental office stage location coworking space miete saalmiete raum raum- saal- büro halle salle loyer bureau sala alquiler local oficina',
    ],
    [
      'Travel',
      'travel- flight hotel train taxi cab fuel petrol parking van truck trip airfare accommodation bus shuttle reise- flug- flüge fahrt- bahn benzin lkw voyage vol avion essence camion viaje vuelo gasolina tren camión',
    ],
    [
      'Food',
      'food cater- lunch dinner breakfast coffee drink snack meal cake beer restaurant cook- essen verpfleg- kaffee getränk- catering- repas traiteur déjeuner boisson comida cena almuerzo café bebida',
    ],
    [
      'Staff',
      'staff salar- wage payroll freelanc- crew trainer intern overtime helper band dj gehalt gehälter lohn löhne personal- honorar- techniker salaire personnel sueldo salario nómina technician',
    ],
    [
      'Software',
      'software licen- subscription hosting cloud server domain app saas lizenz- abo logiciel hébergement suscripción',
    ],
    [
      'Equipment',
      'equipment cable lamp light lighting sound projector laptop computer chair table tent tool hardware camera printer monitor speaker microphone- furniture gerät- kabel stuhl stühle tisch- zelt- technik matériel chaise équipo silla ordenador',
    ],
    [
      'Marketing',
      'marketing ad advert- flyer poster print printing sticker banner signage newsletter catalogue campaign brand- video press werb- druck- plakat- publicité affiche publicidad folleto cartel',
    ],
    [
      'Services',
      'consult- lawyer legal accountant accounting design- translat- clean- security agency photograph- fotograf- audit- contractor carpenter electrician locksmith beratung- anwalt- übersetz- reinigung- tischler avocat nettoyage traduct- photographe abogad- limpieza asesor- diseñ-',
    ],
    [
      'Taxes & fees',
      'tax vat fee permit insurance fine customs bank steuer- gebühr- versicherung- genehmigung- taxe impôt assurance frais impuesto seguro tasa multa',
    ],
  ];
