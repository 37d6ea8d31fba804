/** What the words around an amount speak of. */
export type CueKind =
  | 'invoice'
  | 'quote'
  | 'budget'
  | 'income'
  | 'estimate'
  | 'commitment'
  | 'spent'
  | 'pay'
  | 'cost'
  | 'be';

/**
 * Words and phrases of each kind, as regular expressions. `spent` is past; `pay` and `cost` are of
 * any time, which the words before them tell; `be` is a weak hint.
 */
export const CUES: readonly (readonly [CueKind, readonly string[]])[] = [
  [
    'income',
    [
      'receiv(?:e|es|ed|ing)|got paid|(?:paid|pays|pay|gave|gives|give|sent|owes?|transferred|promised|promises|granted|awarded|lent) us|brought in|brings? in|bring in|took in|earn(?:s|ed)?|revenues?|income|proceeds|ticket sales|sales|sold|grants?|donat(?:ed|ion|ions)|sponsor(?:ed|ship|ing)|(?:gave|give|gives|brings|brought) us|granted|awarded|(?:sponsors?|donors?|foundation|clients?|customers?|partners?|investors?|buyers?|members?|university|participants|visitors) (?:\\p{L}{1,12} ){0,2}(?:gives?|gave|pays?|paid|sends?|sent|transfers?|transferred|contributes?|contributed|adds?|promised|promises|pledged)|(?:sends?|wires?|wired|transfers?|give|lends?) us|landed (?:on|in)|(?:\\d|euros?|dollars|pounds|€|money|grant|donations?|payment|sponsorship) (?:has |have |just |already |finally ){0,2}(?:came|come|is|are) in(?! at| over| under)|money (?:from|has (?:arrived|landed)|arrived|landed)|got (?:the|our|their) (?:money|payment|funding)|sponsors?|membership fees|subsid(?:y|ies)|refund(?:ed|s)?|reimbursed us|got reimbursed|we raised|i raised|invested|investment from|contributed?|contributions?|came in from|borrowed|(?:took|taken|got|get) (?:out |up )?an? (?:\\p{L}{1,12} )?loan',
      '(?:muss|müssen|wird|werden|soll|sollte) uns [^.;]{0,40}?(?:zahlen|bezahlen|überweisen|geben)|(?:gibt|geben|zahlt|zahlen|überweist|schickt|schenkt|schenken) uns|sponsor(?:en)? (?:\\p{L}{1,12} ){0,2}(?:zahlt|zahlen|gibt|geben|überweist|schickt)|eingegangen|reingekommen|kommt rein|kommen rein|kriegen|erhalten|bekommen|eingenommen|einnahmen|förderung|zuschuss|spenden?|gespendet|erlös|umsatz|verdient|erstattet|verkauft|uns\\s(?:[^.,;]|[.,](?=\\d)){0,60}?(?:überwiesen|gezahlt|bezahlt|gegeben|geliehen|zahlt|gibt)|leih(?:t|en) uns|(?:kredit|darlehen) (?:von|über)|(?:kredit|darlehen) aufgenommen',
      'mécènes?|(?:sponsor|mécène|fondation|client) (?:nous )?(?:verse|paie|donne|versera|donnera)|(?:doit|doivent|va|vont) nous (?:payer|verser|donner)|recevoir|recevrons|nous (?:verse|donne|paie)|reçu|recettes?|revenus?|subvention|dons?|encaissé|gagné|vendu|remboursé|nous (?:a|ont) (?:versé|donné|payé|prêté)|emprunté|prêt de(?=\\s\\d)',
      'patrocinador(?:es)?|(?:patrocinador|fundación|ayuntamiento|cliente) (?:nos )?(?:paga|da|dará|pagará|pagó|dio|aporta)|nos (?:debe|deben|tiene que pagar|(?:va|van) a (?:pagar|dar|ingresar|transferir|aportar))|recibir(?:emos)?|cobrar|nos (?:paga|da)|recibimos|recibido|recibí|ingresos?|subvención|donación|cobramos|cobrado|ganamos|vendimos|ingresamos|nos (?:dio|dieron|pagó|pagaron|dará|transfirió|prestó|prestaron)|préstamo de',
    ],
  ],
  [
    'invoice',
    [
      'invoic(?:e|es|ed)|bills?|billed|(?:is|are|was|falls?|becomes?|comes?|due|still) due|due|overdue|outstanding|unpaid|we (?:still )?owe|i (?:still )?owe|payable',
      '(?:\\p{L}{0,20})rechnung(?:en)?|fällig|zahlbar|überfällig|berechnet|in rechnung',
      'factures?|facturé|facturée|à régler|à payer|payable|échéance',
      'facturas?|por pagar|facturado|facturó|vence|vencida',
    ],
  ],
  [
    'quote',
    [
      'quot(?:e|es|ed|ing|ation)|offer(?:s|ed)?|bid|tender|price(?:s|d)?|asking|ask(?:s|ed)?(?: us)? for|wants? to charge|wants|(?<!(?:we|i|to|not) )want(?! to)',
      'angebot(?:e|en)?|angeboten|kostenvoranschlag|preis|bietet|verlangt|(?<!(?:ich|wir) )(?:will|wollen|möchten?)(?= (?:zwischen |von |bis zu |etwa |rund |circa |ungefähr |mindestens |höchstens |nur |noch |dafür |uns |jetzt |mehr als ){0,3}(?:\\d|\\p{L}{0,30}(?:hundert|tausend)))',
      'devis|demande(?:nt)?|réclame(?:nt)?|offre|propose|prix',
      'cotización|cotizó|oferta|ofrece|ofreció|precio|pide|piden|(?:nos )?cobran?',
    ],
  ],
  [
    'budget',
    [
      'budget(?:s|ed)?|allocat(?:e|ed|ion)|earmarked|approved?|approves|set aside|put aside|reserved for|spending limit|cap|capped|allowance|we (?:only |still )?have(?! to(?!\\p{L})| yet to| not| never| already| just| been| \\p{L}+(?:ed|ent|aid|ght|old|ade)(?!\\p{L}))|(?:can|may|allowed to) (?:use|spend)|available',
      '(?:\\p{L}{0,20})budgets?|etat|eingeplant|zur verfügung|vorgesehen',
      'budget|enveloppe|alloué|prévu',
      'presupuestos?|presupuestado|asignado|asignamos|destinado',
    ],
  ],
  [
    'estimate',
    [
      'estimat(?:e|es|ed|ing)|expect(?:s|ed|ing)?|forecast(?:s|ed)?|project(?:ed|ion)|anticipate[ds]?|ballpark|budgeting|reckon|plan(?:s|ning|ned)? to (?:spend|pay)|(?:would|could|should|might|may) (?:be|cost)',
      'schätz(?:en|t|ung|e)|geschätzt|voraussichtlich|erwarten|erwartet|rechnen mit|veranschlagt|kalkuliert|dürfte',
      'estim(?:e|ons|ation|é|ée)|prévoyons|prévoit|coûtera|coûteront|devrait coûter|attendons',
      'estim(?:amos|ación|a|ado|an)|calculamos|esperamos|costará|costarán|prevemos|se espera',
    ],
  ],
  [
    'commitment',
    [
      'signed|contract(?:s|ed)?|committed|commit|agreed|ordered|order(?:ing)?|book(?:ed|ing)|reserved|subscri(?:be|bed|ption|ptions)|retainer|promised|commissioned|hired',
      'bestellt|gebucht|beauftragt|unterschrieben|unterzeichnet|vereinbart|zugesagt|vertrag|reserviert|verpflichtet',
      'signé|commandé|réservé|engagé|contrat|convenu|payerons|paierons|payerai|paierai',
      'firmamos|firmado|contrato|contratamos|encargamos|pedimos|reservamos|reservado|acordamos|pagaremos|pagaré|comprometido',
    ],
  ],
  [
    'spent',
    [
      'paid|(?:we|i) (?!got|get|were|was|are)(?:\\p{L}{1,10} )?refunded|back to (?:the )?(?:customers?|guests?|participants?|members?|buyers?|visitors?)|refunds? to|spent|bought|purchased|set (?:us|me) back|settled|transferred|wired|blew|went (?:to|on|for|into|towards)|expens(?:e|es|ed)|forked out|laid out|shelled out|picked up|burn(?:ed|t) through|rented|took(?=\\s[€$£]?\\d)|ended up (?:costing|paying)|charged|covered|reimbursed',
      'bezahlt|gezahlt|ausgegeben|gemietet|gekostet|kostete|kosteten|gekauft|überwiesen|beglichen|ausgaben|bezahlte|zahlte|gingen? (?:an|für|in|drauf)|draufgegangen|flossen (?:an|in)',
      'payé(?:e|es|s)?|loué|dépensé|acheté(?:e|es|s)?|versé|réglé(?:e|es|s)?|dépenses|a coûté|ont coûté|coûté|(?:est|sont) allée?s? (?:à|au|aux|dans|pour)',
      'nos (?:cobró|cobraron|ha cobrado|han cobrado)|pagamos|pagué|pagó|pagaron|pagado|alquilamos|gastamos|gasté|gastó|gastado|compramos|compré|compró|comprado|costó|costaron|gastos|transferimos|(?:euros|€) (?:se )?fueron (?:a|al|para|en)',
    ],
  ],
  [
    'pay',
    [
      'pay(?:s|ing)?|takes(?=\\s[€$£]?\\d)|gets|spend(?:s|ing)?|buy(?:s|ing)?|transfer|settle|charges?|charging',
      'zahlen|zahlt|zahle|bezahlen|bezahlt|ausgeben|überweisen|kaufen|gibt aus',
      'pay(?:er|ons|e|ent|ez)|paie|verser|dépenser|dépensons|acheter|achetons|régler',
      'pagar|pago|paga|pagan|gastar|comprar|transferir',
    ],
  ],
  [
    'cost',
    [
      'costs?|costing|comes? to|came to|c(?:o|a)mes? in at|came in at|came out at|adds? up to|fees?|deposit|tab|worth|payments?|runs? (?:us|to|at|between|about|around)|ran (?:us|to)|rent(?:al)?|lease|salary|salaries|instal?lments?',
      'kostet|kosten|\\p{L}{2,20}kosten|lieg(?:t|en) bei|lag(?:en)? bei|betrug|beträgt|betragen|gebühr(?:en)?|anzahlung|(?:\\p{L}{0,20})miete|gehalt|abo',
      'coûte(?:nt|r)?|frais|acompte|loyer|abonnement|salaire|revient à|revenu à',
      'cuesta|cuestan|costar|tarifa|alquiler|suscripción|sueldo|depósito|anticipo|sale por|salió',
    ],
  ],
  [
    'be',
    [
      'was|were|is|are|be',
      'war|waren|ist|sind|sein',
      'était|étaient|est|sont',
      'fue|fueron|es|son',
    ],
  ],
];
