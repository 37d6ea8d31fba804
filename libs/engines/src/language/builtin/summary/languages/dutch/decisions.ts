import type { DecisionPatterns } from '../worded/language-words.ts';

const DECIDED = '(?:besloten|afgesproken|gekozen|vastgesteld|goedgekeurd|overeengekomen)';

/** How decisions are stated in Dutch. */
export const DUTCH_DECISIONS: DecisionPatterns = {
  stated: [
    ` (?:we hebben|wij hebben|hebben we|hebben wij|het (?:bestuur|team|comité) heeft|de (?:vergadering|groep|raad|commissie) heeft) {gap}${DECIDED} `,
    ` (?:er is|het is|dat is|hiermee is|daarmee is) (?:dus |dan |hiermee )?${DECIDED} `,
    ' (?:we besluiten|besluiten we|we kiezen voor|kiezen we voor|we spreken af|spreken we af) ',
    ' (?:het|ons) besluit is ',
    '^ (?:besluit|besloten|afgesproken|akkoord) (?:we|de|het|dat|er) ',
    ' (?:is|wordt|zijn) {few}(?:aangenomen|goedgekeurd|verworpen|afgekeurd) ',
    ' ik heb {few}besloten ',
  ],
  announces:
    'we hebben een besluit|het is besloten|besloten|dan is het besloten|dat is het besluit',
  proposed: [
    ' laten we ',
    ' (?:zullen we|kunnen we|we kunnen|we zouden|zouden we) ',
    ' (?:ik stel voor|ik zou voorstellen|stel ik voor) ',
    ' (?:wat dacht je van|wat vinden jullie van|hoe zou het zijn) ',
  ],
  settled: [
    ' (?:we|wij|dan|dus|goed|oké) (?:we |wij )?(?:nemen|kopen|huren|boeken|verkopen|houden|bestellen|verplaatsen|verzetten|schrappen|kiezen|betalen|verhogen|verlagen|wisselen|annuleren|behouden) ',
    ' (?:nemen|kopen|huren|boeken|verkopen|bestellen|verplaatsen|verzetten|schrappen|kiezen|annuleren) we ',
  ],
  sumsUp: '(?:(?:oké|ok|okay|goed|ja|prima|mooi|akkoord) )*(?:dan|dus)',
  open: ' (?:als|indien|of|wanneer|voordat|totdat|zodra|nadat|niet|nooit|nog niets|niets|geen|zouden|moeten|moet|misschien|wellicht|waarschijnlijk|zegt|zei|gezegd|schreef|denk|dacht|geloof|wat(?! (?:dacht|vinden))|hoe(?! zou)|wie|waarom|welke) ',
  openAfter:
    '^ (?:of|wat|hoe|wanneer|wie|waar|welke|welk|als|indien) | (?:of niet|denk ik|geloof ik|toch) $',
  otherTime:
    ' (?:toen|destijds|gisteren|eergisteren|(?:vorige?|afgelopen) (?:week|maand|jaar|keer|vergadering)|jaren geleden|maanden geleden|oorspronkelijk|vroeger|later|volgende keer|een andere keer) ',
  procedure:
    ' (?:beginnen|starten|doorgaan|verdergaan|verder|gaan|pauze|agenda|agendapunt|punt|onderwerp|vergadering|bespreken|praten|spreken|stemmen|notulen|voorstelrondje|stoppen|luisteren|bekijken|kijken|nadenken|microfoon|dia|scherm|terugkomen|koffie|wachten|afwachten|zien|hopen|zeggen|vergaderen|sluiten|afsluiten) ',
};
