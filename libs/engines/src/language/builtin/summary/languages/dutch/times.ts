const DAY = '(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)';
const PART = '(?:ochtend|morgen|middag|avond|vroeg)';
const MONTH =
  '(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)';
const NUMBER =
  '(?:\\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|veertien|een paar|enkele)';
const UNIT = '(?:uur|uren|dag|dagen|week|weken|maand|maanden|kwartaal|kwartalen|jaar)';
const HOUR =
  '(?:\\d{1,2}(?:[:.]\\d\\d)? uur|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf) uur|middernacht)';
const DATE = `(?:\\d{1,2}|eerste|twaalfde|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|dertig) ${MONTH}(?: \\d{4})?|\\d{1,2}-\\d{1,2}-\\d{2,4}|\\d{4}-\\d\\d-\\d\\d`;
const NAMED = [
  `(?:(?:aanstaande|komende|volgende|deze) )?${DAY}(?:${PART}| ${PART})?`,
  `overmorgen|morgen(?:${PART}| ${PART}|vroeg)?|vandaag|vanavond|vanmiddag|vanochtend`,
  `(?:volgende|komende|deze|aankomende) (?:week|maand|kwartaal|jaar|weekend|vergadering|keer|bijeenkomst)|(?:volgend|dit|komend) (?:weekend|jaar|kwartaal)|het weekend`,
  `(?:het )?(?:eind|einde|begin|midden) (?:van )?(?:de |deze |volgende |komende )?(?:week|maand|jaar|het jaar|het kwartaal|${MONTH})`,
  `(?:de )?(?:${DATE})`,
  HOUR,
].join('|');
const EVENT =
  '(?:de|het|onze|ons|deze|dit) (?:volgende )?(?:vergadering|bijeenkomst|lancering|beurs|vakantie|feest|conferentie|levering|examen|tentamen|verhuizing|lunch|diner|bruiloft|bezoek|afspraak|deadline|feestdagen|zomer|kerst|publicatie|overleg|training|wedstrijd)';

/** Time expressions of Dutch, as the source of a pattern. */
export const DUTCH_TIMES = [
  `(?:(?:uiterlijk|vóór|voor|tot|op|om|nog|in|na|vanaf|tegen|aan|rond|nog voor) )*(?:${NAMED})(?: (?:om|rond|tegen|voor) ${HOUR})?`,
  `(?:binnen|over|in) (?:de komende )?${NUMBER} ${UNIT}`,
  `(?:voor|vóór|na|tot|direct na) ${EVENT}|voor kerst|na kerst`,
  `zo (?:snel|gauw|spoedig) mogelijk|in ${MONTH}`,
].join('|');
