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

/** Beginnings of words of each category. */
export const CATEGORY_WORDS: readonly (readonly [(typeof FINANCIAL_CATEGORIES)[number], string])[] =
  [
    [
      'Venue',
      'venue hall room rent office hotel-room stage location miete raum saal büro halle salle loyer bureau sala alquiler local oficina',
    ],
    [
      'Travel',
      'travel flight hotel train taxi fuel parking van trip airfare accommodation bus ticket-fare reise flug fahrt bahn benzin voyage vol avion essence viaje vuelo hotel gasolina tren',
    ],
    [
      'Food',
      'food cater lunch dinner breakfast coffee drink snack meal restaurant cook essen verpflegung kaffee getränk repas traiteur déjeuner comida cena almuerzo café bebida',
    ],
    [
      'Staff',
      'staff salar wage payroll freelanc crew trainer intern overtime gehalt löhne personal honorar salaire personnel sueldo salario nómina',
    ],
    [
      'Software',
      'software licen subscription hosting cloud server domain app saas lizenz abo logiciel licence hébergement licencia suscripción',
    ],
    [
      'Equipment',
      'equipment cable lamp light sound projector laptop computer chair table tent tool hardware camera printer monitor speaker microphone furniture gerät kabel stuhl tisch matériel chaise équipo silla ordenador',
    ],
    [
      'Marketing',
      'marketing ad ads advert flyer poster print sticker campaign brand video social press werbung druck publicité affiche publicidad folleto',
    ],
    [
      'Services',
      'consult lawyer legal account design translat clean security agency photograph audit contractor beratung anwalt übersetz reinigung avocat nettoyage traduction abogad limpieza asesor',
    ],
    [
      'Taxes & fees',
      'tax vat fee fees permit insurance fine customs bank steuer gebühr versicherung genehmigung taxe impôt assurance frais impuesto seguro tasa',
    ],
  ];
