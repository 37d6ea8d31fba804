import type { TaskPatterns, TaskRefusals, TaskVerbs } from '../worded/language-words.ts';

/** Verbs with regular forms: the stem before "er". */
const REGULAR =
  'command réserv prépar vérifi organis contact relanc partag imprim apport répar termin invit inform demand publi corrig test install sign dépos livr récupér planifi cré négoci fix rédig actualis modifi réclam rembours résili remplac téléphon document distribu';

const regular = (ending: string) =>
  REGULAR.split(' ')
    .map((stem) => `${stem}${ending}`)
    .join(' ');

/** The verbs of French tasks. */
export const FRENCH_VERBS: TaskVerbs = {
  infinitive: `${regular('er')} (?:r|ren)?envoyer (?:r|ré)?écrire (?:r)?appeler acheter payer transmettre transférer finir mettre_à_jour prévenir relire chercher traduire rechercher compléter
    remplir régler répondre_(?:à|au|aux) nettoyer occuper charger m_occuper m_en_occuper t_occuper t_en_occuper prendre_(?:rendez|contact|rdv) faire_(?:le|la|les|un|une|des)_(?:devis|liste|rapport|compte|réservation|commande|virement|point_avec|mise) parler_(?:à|avec|au) voir_avec`,
  first: `${regular('e')} (?:r|ren)?envoie (?:r|ré)?écris (?:r)?appelle achète pa(?:ie|ye) transmets transfère finis mets_à_jour préviens relis cherche traduis complète remplis règle
    nettoie occupe charge prends_(?:rendez|contact|rdv) fais_(?:le|la|les|un|une|des)_(?:devis|liste|rapport|compte|réservation|commande|virement|mise) parle_(?:à|avec|au) vois_avec`,
  firstFuture: `${regular('erai')} (?:r|ren)?enverrai (?:r|ré)?écrirai (?:r)?appellerai achèterai pa(?:ie|ye)rai transmettrai transférerai finirai mettrai_à_jour préviendrai relirai chercherai traduirai
    compléterai remplirai réglerai répondrai nettoierai occuperai chargerai prendrai_(?:rendez|contact|rdv) ferai_(?:le|la|les|un|une|des)_(?:devis|liste|rapport|compte|réservation|commande|virement|mise) parlerai_(?:à|avec|au) verrai_avec`,
  third: `${regular('e')} (?:r|ren)?envoie (?:r|ré)?écrit (?:r)?appelle achète pa(?:ie|ye) transmet transfère finit met_à_jour prévient relit cherche traduit complète remplit règle nettoie
    s_occupe s_en_occupe se_charge s_en_charge prend_(?:rendez|contact|rdv)`,
  thirdFuture: `${regular('era')} (?:r|ren)?enverra (?:r|ré)?écrira (?:r)?appellera achètera pa(?:ie|ye)ra transmettra transférera finira mettra_à_jour préviendra relira cherchera traduira complétera
    remplira réglera nettoiera occupera chargera prendra_(?:rendez|contact|rdv)`,
  imperative: `${regular('ez')} ${regular('e')} (?:r|ren)?envoie (?:r|ren)?envoyez écris écrivez (?:r)?appelle (?:r)?appelez achète achetez paie payez transmets transmettez mets_à_jour mettez_à_jour préviens prévenez
    relis relisez remplis remplissez`,
};

const PRONOUNS = '(?:(?:te|t|vous|lui|leur|le|la|l|les|y|en|me|m|nous) ){0,3}';
const ADVERBS = '(?:(?:donc|aussi|alors|ensuite|quand même|bien|juste) )?';
const CAN_YOU =
  '(?:tu peux|tu pourrais|vous pouvez|vous pourriez|peux tu|pourrais tu|pouvez vous|pourriez vous|tu veux bien|veux tu bien|voulez vous bien|merci de|prière de|pense à|pensez à|n oublie pas de?|n oubliez pas de?|il faut que tu|il faudrait que tu)';

/** How tasks are stated in French. */
export const FRENCH_TASKS: TaskPatterns = {
  promised: [
    ` (?:je|j) ${PRONOUNS}{firstFuture} `,
    ` je ${PRONOUNS}vais ${ADVERBS}${PRONOUNS}{infinitive} `,
    ' je m (?:en )?(?:occupe|charge) ',
    ' je me charge d[eu]? ',
    ` je (?:te|t|vous|lui|leur) (?:(?:le|la|l|les|en) )?{first} `,
    ` je (?:m engage|me suis engagée?) à ${PRONOUNS}{infinitive} `,
  ],
  promisedWithTime: [` (?:je|j) ${PRONOUNS}{first} `],
  named: [
    ` {name} (?:(?:te|t|vous|lui|leur|le|la|l|les|nous) ){0,2}{thirdFuture} `,
    ` {name} va ${PRONOUNS}{infinitive} `,
    ' {name} (?:s occupe|s en occupe|se charge|s en charge) ',
  ],
  namedWithTime: [` (?<!(?:à|avec|de|que|pour|chez|par) ){name} ${PRONOUNS}{third} `],
  asked: [
    ` ${CAN_YOU} ${ADVERBS}${PRONOUNS}{infinitive} `,
    ' (?<!(?:je|j|il|elle|on|qui|ne|n|me|te|t|m|se|s|le|la|les|l|vous|lui|leur|nous|que) ){imperative} (?:moi|nous|lui|leur) ',
    ' {imperative} {gap}s il (?:te|vous) plaît ',
    ' s il (?:te|vous) plaît {imperative} ',
  ],
  required: [
    ` (?:tu dois|vous devez|tu devras|vous devrez|tu devrais|vous devriez|il te faut|il vous faut) (?:encore |aussi |donc |absolument )?${PRONOUNS}{infinitive} `,
  ],
  askedOfAnybody: [
    ` (?:quelqu un|qui|est ce que quelqu un) (?:peut|pourrait|veut|veut bien) ${PRONOUNS}{infinitive} `,
    ` qui (?:s occupe|se charge) `,
  ],
  offered: [
    ` (?:je peux|je pourrais|puis je) ${ADVERBS}${PRONOUNS}{infinitive} `,
    ' (?:veux tu|voulez vous|tu veux) que je? {few}{first} ',
  ],
  meant: [
    ` (?:je dois|je devrais|il faut que je|il faudrait que je) ${PRONOUNS}(?:{infinitive}|{first}) `,
  ],
  meantOfAnybody: [
    ` (?:il faut|il faudra|il faudrait|on doit|on devrait|on devra|nous devons|nous devrons) ${PRONOUNS}{infinitive} `,
    ` quelqu un (?:doit|devrait|devra) ${PRONOUNS}{infinitive} `,
  ],
};

/** What is no task in French. */
export const FRENCH_REFUSALS: TaskRefusals = {
  polite:
    ' (?:si possible|si tu peux|si vous pouvez|si tu veux bien|si vous voulez bien|si ça ne te dérange pas)(?= )',
  supposed:
    ' (?:si(?! possible)|s ils?(?! (?:te|vous) plaît)|sauf|sinon|à moins|au cas où|supposons|imaginons|a dit|ont dit|avait dit|disait|disaient|il dit|elle dit|ils disent|dit que|dis que|dites que|disent que|a demandé|pensait|pensais|croyais|raconte|paraît|apparemment|quand j étais|comme si|aurais|aurait|serait|serais) ',
  refused:
    ' (?:(?<!oublie |oubliez )pas(?! de (?:problème|souci))|jamais|plus(?! tard| tôt| de| grand| petit)|aucun|aucune|personne|toujours|régulièrement|traditionnellement|chez nous|responsable|depuis toujours|chaque|tous les|toutes les|souvent|parfois|d habitude|habituellement|normalement|généralement|en général|hier|avant hier|(?:la )?(?:semaine|mois|année|an) (?:dernière?|passée?)|dernier|autrefois|à l époque|maintenant|tout de suite|à l instant|dans (?:un instant|une minute|une seconde|deux minutes)|dans le chat|micro|caméra|écran|diapo|diapositive|diapositives|ordre du jour|la parole|point suivant|entendre|entendez|entends|répéter|question|exemple|depuis|franchement|honnêtement|bisous|salutations|ce que je dis|pardon|excuse|excuses|je (?:te|t|vous) (?:demande|informe|invite)|rappelle que|(?:appelle|contacte|écris) (?:parce que|car|au sujet|à propos|pour savoir|concernant|suite à)|(?:me|nous) dire|m expliquer|nous expliquer|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?! (?:prochain|\\d))|ton avis|votre avis) ',
  doubted:
    ' (?:peut être|probablement|sans doute|éventuellement|je pense|je crois|j espère|j essaie|j essaierai|je vais essayer|je vais voir|un jour|ou pas|ou quelque chose) ',
};
