import type { TaskPatterns, TaskRefusals, TaskVerbs } from '../worded/language-words.ts';

/** Separable verbs are together in the infinitive only: "anrufen", "rufe … an". */
export const GERMAN_VERBS: TaskVerbs = {
  infinitive: `(?:zu|ver|ab|mit|nach|ein|weiter|um|zurück)?(?:zu)?(?:schicken|senden) mailen (?:an|zurück)?(?:zu)?rufen (?:auf|an|um)?schreiben (?:nach|vor)?bestellen
    buchen reservieren besorgen (?:ein)?kaufen (?:be)?zahlen überweisen (?:über)?prüfen (?:ab)?klären organisieren (?:vor)(?:zu)?bereiten erstellen entwerfen
    verfassen aufsetzen reparieren beauftragen (?:nach|an|ab)?(?:zu)?fragen informieren benachrichtigen (?:ein|hoch)(?:zu)?laden kontaktieren (?:an|ab|um)(?:zu)?melden
    weiter(?:zu)?leiten (?:aus)?drucken (?:ab|ein)(?:zu)?holen (?:mit)?(?:zu)?bringen aktualisieren überarbeiten fertigstellen fertig_machen ein(?:zu)?reichen (?:aus)?liefern
    testen installieren ein(?:zu)?richten veröffentlichen übersetzen kündigen verlängern erneuern ab(?:zu)?sagen vereinbaren putzen reinigen backen streichen gießen mähen
    unterschreiben aus(?:zu)?füllen nach(?:zu)?reichen zusammen(?:zu)?stellen ab(?:zu)?geben (?:heraus|raus)(?:zu)?suchen kümmern übernehmen erledigen nach(?:zu)?sehen nach(?:zu)?schauen
    recherchieren dokumentieren verteilen nach(?:zu)?haken freigeben migrieren umbauen mit_(?:\\S+_){1,4}(?:sprechen|reden) dafür_sorgen`,
  first: `schicke verschicke sende maile rufe schreibe bestelle buche reserviere besorge kaufe bezahle zahle überweise prüfe überprüfe kläre organisiere bereite erstelle
    entwerfe verfasse setze repariere beauftrage frage informiere benachrichtige lade kontaktiere melde leite drucke hole bringe aktualisiere überarbeite reiche liefere teste
    installiere richte veröffentliche übersetze kündige verlängere erneuere vereinbare putze reinige backe streiche gieße mähe unterschreibe fülle stelle gebe suche
    kümmere_mich kümmer_mich übernehme erledige recherchiere dokumentiere verteile hake mache?_(?:\\S+_){1,6}fertig (?:spreche|rede)_(?:\\S+_){0,3}mit`,
  firstFuture: '',
  third: `schickt verschickt sendet mailt ruft schreibt bestellt bucht reserviert besorgt kauft bezahlt zahlt überweist prüft überprüft klärt organisiert erstellt
    entwirft verfasst repariert beauftragt fragt informiert benachrichtigt lädt kontaktiert meldet leitet druckt holt bringt aktualisiert überarbeitet reicht liefert testet
    installiert richtet veröffentlicht übersetzt kündigt verlängert vereinbart putzt reinigt backt streicht unterschreibt füllt stellt gibt kümmert_sich übernimmt erledigt
    recherchiert dokumentiert verteilt (?:spricht|redet)_(?:\\S+_){0,3}mit bereitet`,
  thirdFuture: '',
  imperative: `schicke? sende maile? ruf schreibe? bestelle? buche? reserviere besorge? kaufe? bezahle? überweise? prüfe? überprüfe? kläre? organisiere? erstelle? repariere? frage?
    informiere lade kontaktiere melde leite drucke? hole? bringe? aktualisiere reiche teste installiere übersetze kündige verteile? kümmere?_dich bereite`,
};

const CAN_YOU =
  '(?:kannst|könntest|würdest|magst|willst) du|(?:können|könnten|würden) sie|(?:könnt|könntet|würdet) ihr';
/** To somebody who is there, or something that both know. */
const WHAT = '(?:dir|euch|ihnen|ihm|ihr|allen)';

/** How tasks are stated in German. */
export const GERMAN_TASKS: TaskPatterns = {
  promised: [
    ' (?:ich werde|werde ich) {gap}{infinitive} ',
    ` (?:ich {few}{first}|{first} ich) (?:das |es |sie |ihn |noch |dann |auch )?${WHAT} `,
    ' (?:ich (?:kümmere|kümmer) mich|(?:kümmere|kümmer) ich mich) ',
    ' (?:ich übernehme|übernehme ich|ich erledige|erledige ich|ich besorge|besorge ich|ich organisiere|organisiere ich) ',
    ' (?:ich sorge dafür|dafür sorge ich) ',
    ' (?:ich rufe|rufe ich) (?:dich|sie|ihn|euch|dort|da) ',
  ],
  promisedWithTime: [' ich {few}{first} ', ' {first} ich '],
  named: [
    ' (?<!(?:dass|ob|wenn|und) ){name} wird {gap}{infinitive} ',
    ' {name} (?:kümmert sich|übernimmt|erledigt) ',
  ],
  namedWithTime: [
    ' (?<!(?:hat|hatte|haben|wurde|wird|von|mit|für|an|bei) ){name} (?:dann )?{third} ',
  ],
  asked: [
    ` (?:${CAN_YOU}) {gap}{infinitive} `,
    ' bitte {few}{imperative} ',
    ' {imperative} {gap}bitte ',
    ' {infinitive} sie {few}bitte ',
    ' bitte {infinitive} sie ',
    ' bitte {gap}{infinitive} $',
    ' denk (?:bitte )?daran {gap}{infinitive} ',
  ],
  required: [
    ' (?:du musst|musst du|ihr müsst|müsst ihr|du solltest|solltest du|ihr solltet) {gap}{infinitive} ',
  ],
  askedOfAnybody: [
    ' wer (?:kann|könnte|möchte|mag|will) {gap}{infinitive} ',
    '^ (?:und )?wer {third} ',
    ' kann (?:jemand|einer|wer) {gap}{infinitive} ',
  ],
  offered: [
    ' soll ich {gap}{infinitive} ',
    ' (?:ich kann|ich könnte|kann ich|könnte ich) {gap}{infinitive} ',
  ],
  meant: [' (?:ich (?:muss|müsste|sollte|soll)|muss ich|müsste ich) {gap}{infinitive} '],
  meantOfAnybody: [
    ' (?:wir (?:müssen|müssten|sollten)|müssen wir|sollten wir) {gap}{infinitive} ',
    ' (?:jemand|einer) (?:muss|müsste|sollte) {gap}{infinitive} ',
  ],
};

/** What is no task in German. */
export const GERMAN_REFUSALS: TaskRefusals = {
  polite:
    ' (?:wenn|falls) (?:möglich|es geht|du (?:kannst|zeit hast)|sie (?:können|zeit haben))(?= )| so gut es geht(?= )',
  supposed:
    ' (?:wenn|falls|sofern|soweit|angenommen|hätte|hätten|wäre|wären|würde ich|ich würde|sagte|sagten|sagt|sagst|gesagt|meinte|meint|meinst|gemeint|dachte|denkst|behauptet|erzählte|erzählt|heißt es|gefragt|schrieb|hieß|stell dir vor|als ob|ich frage mich|es sei denn) ',
  refused:
    ' (?:nicht|nie|niemals|kein|keine|keinen|keinem|keiner|ungern|immer|schon immer|seit jeher|sonst|in der regel|grundsätzlich|traditionell|regelmäßig|hauptsächlich|generell|bei uns|zuständig|verantwortlich|jeden|jede|jedes|jedem|jeweils|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|täglich|wöchentlich|monatlich|normalerweise|meistens|meist|oft|manchmal|gewöhnlich|üblicherweise|früher|gestern|vorgestern|damals|neulich|(?:letzte|vorige)[nrs]? (?:woche|monat|jahr|mal|sommer|winter|frühjahr|herbst|sitzung|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|jetzt|kurz|eben schnell|im chat|in den chat|bildschirm|folie|folien|mikrofon|mikro|kamera|nächsten punkt|tagesordnung|protokoll vor|das wort|wortmeldung|hören|hört|sehen sie|seit|schon länger|ehrlich|gesagt|vorlesen|wiederholen|sofort|gleich(?! (?:nach|morgen|am|montag|dienstag|mittwoch|donnerstag|freitag|nächste|zu beginn))|ein beispiel|die frage|eine frage|frage mich|mache mir|mache ich mir|sorgen um|mache weiter|stelle fest|stelle vor|stelle mir|stelle ihnen|sehe (?:das|es|da|den|die)|gebe (?:dir|ihnen|euch) recht|gebe zu|rede (?:von|über)|spreche (?:von|für|über)|setze voraus|rufe auf|leite (?:die|das|ein)|(?:rufe|schreibe) (?:dich|sie|euch|dir|ihnen) (?:heute )?(?:an )?(?:weil|wegen|da|bezüglich|um)|(?:mir|uns) (?:sagen|erklären|zeigen|erzählen)|auf den neuesten stand|grüße|herzlich|durch|übernehme (?:heute )?das protokoll) | stelle (?:\\S+ ){0,8}vor $',
  doubted:
    ' (?:vielleicht|eventuell|wahrscheinlich|vermutlich|möglicherweise|mal sehen|glaube ich|denke ich|ich glaube|ich denke|ich hoffe|hoffentlich|oder so|oder auch|versuche|irgendwann) ',
};
