const DAY = '(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)';
const PART = '(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht)';
const MONTH =
  '(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)';
const NUMBER =
  '(?:\\d+|einem|einer|eine|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|vierzehn|ein paar|einigen)';
const ORDINAL =
  '(?:\\d{1,2}\\.|(?:ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|neunten|zehnten|elften|zwölften|dreizehnten|vierzehnten|fünfzehnten|sechzehnten|siebzehnten|achtzehnten|neunzehnten|zwanzigsten|\\p{L}{3,14}undzwanzigsten|dreißigsten|einunddreißigsten))';
const UNIT = '(?:stunden?|tage?n?|wochen?|monate?n?|quartal|jahre?n?)';
const SPAN = '(?:woche|monat|quartal|jahr|wochenende)';
const DATE = `${ORDINAL} ${MONTH}(?: \\d{4})?|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{2,4})?|\\d{4}-\\d\\d-\\d\\d|(?:am|bis zum|zum|vor dem|ab dem) ${ORDINAL}`;
const HOUR = '(?:\\d{1,2}(?:[:.]\\d\\d)? uhr|mittag|mitternacht|feierabend)';
const NAMED = [
  `(?:(?:nächste[nrms]?|kommende[nrms]?|diese[nrms]?|übernächste[nrms]?|den|dem) )*${DAY}(?:${PART}| ${PART})?`,
  `übermorgen|morgen(?: (?:früh|vormittag|mittag|nachmittag|abend))?(?! (?:zusammen|allerseits|leute|alle|frau|herr)\\b)|heute(?: ${PART})?`,
  `(?:nächste[nrms]?|kommende[nrms]?|diese[nrms]?|übernächste[nrms]?) (?:${SPAN}|sitzung|mal|treffen|termin|besprechung|${MONTH})`,
  `(?:ende|anfang|mitte) (?:der|des|dieser|dieses|nächster|nächsten|kommender|kommenden) (?:woche|monats|quartals|jahres)|(?:ende|anfang|mitte) ${MONTH}|wochenende|monatsende|jahresende`,
  `(?:der|die|das|dem|den|des) (?:${DATE})|${DATE}`,
  HOUR,
].join('|');
const EVENT =
  '(?:(?:dem|der|den|das|die|unserem|unserer|unser) )(?:nächsten )?(?:sitzung|start|treffen|termin|besprechung|messe|urlaub|ferien|feiertagen|weihnachten|ostern|fest|feier|abgabe|frist|prüfung|veröffentlichung|release|lieferung|versammlung|umzug|konferenz|essen|wochenende|mittagessen|mittagspause|regatta|hochzeit|party)';

/** Time expressions of German, as the source of a pattern. */
export const GERMAN_TIMES = [
  `(?:(?:spätestens|bis|bis spätestens|noch|gleich|ab|am|um|im|zum|bis zum|bis zur|in der|in den|in|vor|nach|gegen|über das|an diesem|für) )*(?:${NAMED})(?: (?:um|gegen|ab|bis) ${HOUR})?`,
  `(?:in|innerhalb(?: von)?|binnen) (?:den nächsten )?${NUMBER} ${UNIT}`,
  `(?:vor|nach|bis zu|bis zur|bis zum|rechtzeitig vor) ${EVENT}`,
  'so (?:schnell|bald) wie möglich|schnellstmöglich|umgehend|im ' + MONTH,
].join('|');
