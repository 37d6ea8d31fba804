const DAY = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';
const PART = '(?:matin|midi|après-midi|soir)';
const MONTH =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)';
const NUMBER = '(?:\\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|quelques)';
const UNIT = '(?:heures?|jours?|semaines?|mois|trimestres?|ans?|années?)';
const HOUR = '(?:\\d{1,2} ?h(?:eures?)?(?: ?\\d\\d)?|midi|minuit)';
const DATE = `(?:\\d{1,2}|1er|premier) ${MONTH}(?: \\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{4}-\\d\\d-\\d\\d`;
const NAMED = [
  `(?:(?:le|ce) )?${DAY}(?: prochain| ${PART}| en huit)*`,
  `après-demain|demain(?: ${PART})?|aujourd'hui|ce (?:matin|midi|soir|week-end|mois(?:-ci)?)|cet après-midi|cette semaine`,
  `(?:la|le|au) (?:semaine prochaine|mois prochain|trimestre prochain|prochaine réunion|prochaine séance|prochaine fois|week-end(?: prochain)?)`,
  `(?:la |le )?(?:fin|début|milieu) (?:de (?:la |cette )?semaine(?: prochaine)?|du (?:mois|trimestre|week-end)|de l'année|de journée|${MONTH})`,
  `(?:le |au )?(?:${DATE})`,
  `à ${HOUR}`,
  HOUR,
].join('|');
const EVENT =
  "(?:(?:la|le|les|notre|cette|ce) (?:prochaine? )?(?:réunion|séance|lancement|salon|vacances|fêtes|fête|week-end|conférence|livraison|publication|examen|assemblée|déménagement|repas|mariage|rendez-vous|échéance|visite|inspection)|l'(?:assemblée|examen|échéance|événement|inspection|été|hiver)|noël|pâques)";

/** Time expressions of French, as the source of a pattern. */
export const FRENCH_TIMES = [
  `(?:(?:au plus tard|d'ici|d'ici à|d'ici la|avant|pour|jusqu'à|jusqu'au|dès|à partir de|vers|après|dans) )*(?:${NAMED})(?: (?:à|vers|avant) ${HOUR})?`,
  `(?:dans|sous|d'ici|en) (?:les )?${NUMBER} ${UNIT}`,
  `(?:avant|après|juste après|juste avant|d'ici|pour) ${EVENT}`,
  `dès que possible|au plus vite|le plus tôt possible|en ${MONTH}`,
].join('|');
