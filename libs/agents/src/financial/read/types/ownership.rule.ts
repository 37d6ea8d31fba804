import { remembered } from '../clauses/remembered.ts';
import { wordTest } from '../../../text/standing/word-test.ts';

/** Somebody outside the project whose money is talked about. */
const isOfOthers = wordTest(
  "(?:my|his|her|your|their) (?:\\p{L}{1,10} )?(?:brother|sister|cousin|uncle|aunt|friend|friends|neighbou?rs?|mother|father|mum|mom|dad|wife|husband|girlfriend|boyfriend|partner|son|daughter|kids?|roommate|flatmate|landlord|parents|boss|nephew|niece|grandma|grandpa|in-laws)(?:['’]s)?",
  'my own(?! (?:pocket|money|card))|privately|for myself|my (?:own )?(?:car|flat|apartment|house|mortgage|phone|wedding|holiday|vacation|birthday|dog|cat|salary|bike|gym|tax(?:es)?)|(?:her|his|their) (?:\\p{L}{1,10} )?(?:wedding|car|house|flat|website|startup|company|holiday|salary)',
  "competitors?(?:['’]s)?|the (?:news|newspaper|paper|article|government|ministry|mayor|city council|neighbou?rs|movie|film) (?:\\p{L}{1,10} )?(?:said|says|paid|spent|reported|writes|claims|bought|earned|cost|made)|according to (?:the|a|an) (?:\\p{L}{1,12} )?(?:news|newspapers?|papers?|press|article|report|magazine)|reportedly|in the news|on the news|i read (?:that|about)|headline|the (?:city|state|government|country) (?:paid|spent|spends|bought)",
  '(?:the|that|those) other (?:team|company|group|project|club|festival|department|agency|firm|organi[sz]er)s?|the (?:old|previous|former) (?:team|board|organi[sz]ers?|committee|management)|(?:lucky|good for|poor) them',
  "(?:the|a|that) (?:\\p{L}{2,20} )?\\p{L}{2,20} (?:down the (?:road|street)|next door|across the (?:road|street|hall|river|square)|(?:round|around) the corner|up the road|in the next (?:town|village|street))|(?:nebenan|gegenüber|um die ecke|im nachbar(?:ort|dorf)) (?:hat|haben|zahlt|zahlen)|d['’](?:à côté|en face) (?:a|ont|paie|paient)|(?:de al lado|de enfrente) (?:ha|han|paga|pagó|gastó|gastaron)",
  '(?:spent|splurged|gastó|gastaron|dépensé) [^.;!?]{1,40}? (?:on|en|pour) (?:their|its|su|sus|leurs?)|(?:nachbarverein|club vecino|asociación vecina|club voisin|association voisine)',
  'another (?:company|team|project|startup|client|firm)|other (?:companies|teams|people|projects|firms|startups)|some (?:company|guy|people|startup|firm)|(?:previous|last|old|former) (?:job|employer|company)|most (?:companies|people|teams)|at my (?:old|previous|last)',
  '(?:mein|meine|meiner|meines|meinem|sein|seine|ihr|ihre) (?:bruder|bruders|schwester|freund|freunde|freundin|nachbarn?|nachbarin|kolleg(?:e|en|in)|oma|opa|sohn|tochter|schwiegermutter|onkel|tante|cousin|mutter|vater|frau|mann|chef|vermieter|schwager|auto|wohnung|eltern)(?:s)?|konkurrenz|in den nachrichten|in der zeitung|eine andere firma|andere firmen',
  'm(?:on|a|es) (?:frère|sœur|ami|amie|amis|voisin|voisine|voisins|oncle|tante|cousin|cousine|père|mère|mari|femme|voiture|appartement|patron)|concurrents?|aux infos|dans le journal|une autre (?:entreprise|société)',
  'mi(?:s)? (?:hermano|hermana|amigo|amiga|amigos|vecino|vecina|vecinos|tío|tía|primo|prima|padre|madre|marido|mujer|esposa|coche|casa|piso|jefe)|competencia|las noticias|el periódico|otra empresa|otras empresas',
);

/** "they raised 2 million": money of theirs, unless it comes to us. */
const theyHave = wordTest(
  "they(?:['’]ve| have| had| just| apparently)? (?:raised|spent|spend|paid|pay|bought|earned|earn|made|make|sold|got|burned|lost|invested|have)",
  '(?:people|companies|others|everybody else|everyone else) (?:\\p{L}{1,10} )?(?:pay|spend|paid|spent|raise|raised)',
  'sie haben|ils ont|elles ont|ellos',
);

const isOurs = wordTest(
  "us|we|our|ours|i|i['’]ve|we['’]ve|me|uns|wir|unser\\p{L}{0,2}|nous|notre|nos|nuestr[oa]s?|nosotros",
);

/** Whether a sentence speaks of the money of people outside the project. */
export const isOthersMoney: (sentence: string) => boolean = remembered((sentence) => {
  if (isOfOthers(sentence))
    return !/(?<!\p{L})(?:paid|gave|sent|lent|charged|invoiced|quoted|owes?) us(?!\p{L})/iu.test(
      sentence,
    );
  return theyHave(sentence) && !isOurs(sentence);
});
