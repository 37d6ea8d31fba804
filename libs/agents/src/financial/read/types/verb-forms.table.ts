/**
 * Verbs that stand beside what an amount is about, in lower case: they end a noun phrase. Nouns that
 * are spelled alike are capitalised in German, and left out in other languages.
 */
export const VERB_FORMS: ReadonlySet<string> = new Set(
  (
    'lent lend lends borrowed cancelled canceled called withdrew withdraw withdrawn rejected refused revoked declined backed rented hired donated ' +
    'invoiced billed wired collected repaid refunded reimbursed granted awarded approved pledged contributed purchased agreed ' +
    'needs costed charges estimates settled covered invested owes owe ' +
    'kosten kosteten kostete bekommen bekommt erhalten erhält gekriegt kriegen kriegt gingen ging gegangen draufgegangen ' +
    'aufgenommen geliehen leiht leihen überwiesen gezahlt gekauft kauften bestellt gebucht gemietet möchte möchten verlangt ' +
    'verlangen bietet bieten gespendet spendet verkauft verdient eingenommen reingekommen eingegangen abgelehnt zurückgezogen ' +
    'gestrichen storniert abgesagt gekündigt unterschrieben vereinbart beauftragt reserviert erstattet betrug betragen zahlte ' +
    'zahlten bezahlte bezahlten brauchen braucht schickt schickte beglichen flossen geschätzt fällig ' +
    'coûte coûtent coûté coûter coûtait reçu reçue reçus reçoit payé payée payés dépensé acheté achetée versé versée réglé réglée ' +
    'réclame propose demande demandent été prêté prêtée emprunté refusé refusée rejeté rejetée retiré retirée annulé annulée gagné vendu encaissé ' +
    'remboursé signé commandé réservé loué allés allé allée veut veulent ' +
    'cuesta cuestan costó costaron costar pagado pagada pagamos pagué pagó gastamos gastado gasté comprado compramos compré ' +
    'recibido recibida recibimos recibí prestó prestaron prestado rechazado rechazada rechazó cobrado vendimos contratamos pidió ' +
    'quiere quieren retiró retiraron retirado retirada ganamos reservamos alquilamos'
  ).split(' '),
);

/** Counts before a noun: "three tents" is about tents. */
export const COUNT_WORDS: ReadonlySet<string> = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred ' +
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig ' +
    'deux trois quatre cinq sept huit neuf dix douze vingt trente ' +
    'dos tres cuatro cinco seis siete ocho nueve diez doce veinte treinta ' +
    'percent per cent prozent pourcent pour-cent porcentaje'
  ).split(' '),
);
