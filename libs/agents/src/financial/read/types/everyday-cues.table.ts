import type { CueKind } from './cues.table.ts';

/** A number that may be a price, in digits or in English words. */
const NUMBER =
  '(?:about |around |only |another |maybe )?(?:[€$£]?\\d|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]\\p{L}+)? (?:hundred|thousand|euros|grand|k)(?!\\p{L}))';

/**
 * How people speak of money in passing, as regular expressions of each kind: in fragments, with
 * auxiliary verbs, and in idioms of one language.
 */
export const EVERYDAY_CUES: readonly (readonly [CueKind, readonly string[]])[] = [
  [
    'income',
    [
      "(?:is|are) donating|credited back|came good with|kaution (?:ist|kam) zurück|(?:lending|donating to|sponsoring) us|(?:reimburse|refund) us|chips? in|chipped in|throws? in|stumps? up|stumped up|sponsoring us|(?:fees?|money|takings|donations|subscriptions) (?:from (?:the |our )?(?:\\p{L}+ ){1,3}?)?(?:is|are) in(?= ?[.,:;!–—-])|(?:raffle|tombola|bar|stall|kiosk|auction|bake sale|caf[eé]|box office|fundraiser)s? (?:has |have |just |already ){0,2}(?:made|took|did|raised)|chipping in|throwing in|(?<!(?<!\\p{L})(?:i|we|i[’']ve|we[’']ve) (?:just |already )?)handed over|credited(?= .{0,40}(?:us|our|account))|(?:giving|paying|sending|handed|handing) us|(?:pledges?|promises?|commitment) from|takings|ticket money|door money|gate money|in the (?:tin|hat|collection)|paid out to us",
      '(?:kommen|kamen|kommt|kam) (?:\\p{L}+ ){0,2}vo[nm]|vo[mn] (?:\\p{L}+ ){1,2}(?:kommen|kamen|kommt|kam)|(?:gibt|geben|legt|legen|schießt) (?:[^,;!?]{0,40} )?(?:dazu|drauf)(?=\\s*[.,;!]|\\s*$)|zusagen? (?:vo[nm]|der|des)|(?:bekommt|kriegt|erhält) [^;!?]{0,40}?\\svo[nm]|abendkasse|eintrittsgelder|in der spendenbox',
      "nous (?:a|ont) (?:rendu|remboursé|viré)|promesses? de (?:don|la|l[’']|notre)|entrées encaissées|dans la tirelire",
      'nos (?:devolvió|devolvieron|reembolsó|ingresó)|promesas? de|recaudación|recaudamos',
    ],
  ],
  [
    'income',
    [
      `made(?= ${NUMBER})|(?:we|it|they) took(?= ${NUMBER})|(?:we|i) get(?= ${NUMBER})|left us(?= ${NUMBER})|hat (?:\\S{1,12} ){1,4}(?:ein)?gebracht|raised(?= ${NUMBER})|(?<!(?:we|i) )sen(?:t|ds) (?:us )?a (?:cheque|check)`,
    ],
  ],
  [
    'spent',
    [
      `ate(?: up)?(?= ${NUMBER})|fined us`,
      "(?:i|we)(?:[’']ve| have)? (?:just |already )?(?:gave|given)(?= (?!us |up |in |it |them a ))",
      "(?:we|i)(?:[’']ll| will| must| had to| have to| need to| should) (?:refund|pay back|reimburse)|angezahlt|anbezahlt|(?:on a|nous avons|j[’']ai) versé un acompte|dimos una señal|(?:di|dimos|hemos dado) (?:un |una )?(?:anticipo|señal|depósito)",
    ],
  ],
  [
    'commitment',
    [
      "signed up (?:for|to)|(?:we|i)(?:[’']re|[’']m| are| am) (?:renting|leasing|hiring)|agreed (?:on|at)|settled on|(?:we|i)(?:[’']re|[’']m| are| am) paying(?! us)|did (?:book|hire|order|sign|reserve|take|commission)|went ahead with|went for|gone (?:with|for)|go ahead with|(?:we|i)(?:[’']ll| will) take|locked in|confirmed with",
      '(?:bekommt|kriegt)(?! .{0,40}\\svo[nm])|festgemacht|zugeschlagen|genommen',
      'retenue?s?|bloquée?s?|commandée?s|réservée?s|signée?s|engagée?s|confirmée?s',
      'apalabrad[oa]s?|reservad[oa]s?|contratad[oa]s?',
    ],
  ],
  [
    'spent',
    [
      '(?:went|gone) out(?= (?:on|this|that|last|yesterday|today|already|by|from|to|two|three|a|the)(?!\\p{L})|\\s*[.,;!]|\\s*$)',
      '(?<=^\\s?|[,;:–—-]\\s)(?:done|sorted|settled|dealt with|taken care of)(?=\\s*[,.;!–—-]|\\s*$)',
      "(?:it|that|they|those)(?:[’']s| is| are|[’']re) (?:all )?(?:paid|settled|done and paid)",
      "outgoings|outlays?|laid out|swallowed|ate up|fronted|advanced(?! us)|coughed up|out of pocket|(?:i|we)(?:[’']ve)? (?:just |already )?handed over|is gone|are gone|put (?:it |that )?on (?:the|my) card",
      'ausgelegt|vorgestreckt|verauslagt|vorgeschossen|(?:schon|bereits) weg|draufgegangen|hingeblättert',
      'avancé(?:e|es|s)?|déboursé|parti(?:e|es|s)? dans',
      'adelant(?:é|ado|amos)|desembols(?:é|ado|amos)|se (?:nos )?fueron',
    ],
  ],
  [
    'quote',
    [
      `(?:they|he|she)(?:[’']re|[’']s| are| is) after(?= ${NUMBER})|(?:they|he|she)(?:[’']ll| will) (?:take|charge|do it for)(?= ${NUMBER})|(?:bids|tenders|quotations|estimates) from|(?:they|he|she)(?:[’']re|[’']s| are| is)? (?:now |still )?(?:at|down to|up to)(?= ${NUMBER})|(?:they|he|she) said(?= ${NUMBER})|(?:ask(?:s|ed)|wanted|settled for|came down to|gone up to)(?= ${NUMBER})`,
      "(?:they|he|she)(?:[’']re|[’']s|[’']ve| are| is| were| was| have| has)? (?:now |still )?(?:at|down to|up to|charging|come down to|come up to)(?= (?:about |around )?[€$£]?\\d)|said (?=somewhere|anything|anywhere)|(?:won[’']t|wouldn[’']t|will not) (?:go|come|do it) (?:below|under)|come down to|crept up to|(?:is|are) charging|(?:they|he|she) said(?= (?:about |around )?[€$£]?\\d)|(?:knocked|haggled|talked|beat|got) (?:him|her|them|it|the price) down to|does (?:it|everything|all|the whole|the entire|the lot|the job)(?!\\p{L})|do(?:es)? (?:it|that|the \\p{L}{2,20}) for|(?:says|would be|comes out) on paper",
      'macht (?:es|das|alles) für|nimmt',
      'fait (?:tout|le tout|ça) pour|prend',
      'lo deja(?:n)? (?:todo )?(?:en|por)|lo hace(?:n)? (?:todo )?por|hace(?:n)? todo por',
    ],
  ],
  [
    'invoice',
    ['(?:wants?|needs?|expects?|wanting) (?:their|his|her|its) (?:money|payment|fee)|billed us'],
  ],
  [
    'estimate',
    [
      `we(?:[’']re| are) talking(?: about)?(?= ${NUMBER})|(?:count|figure|plan) on(?= ${NUMBER})`,
      "(?:that|it|they|this)(?:['’]ll| will) (?:be|come to|make)",
      `allow(?: us)?(?= ${NUMBER})`,
    ],
  ],
  [
    'budget',
    [
      "(?<=\\d )aside|put \\S{1,12} (?:\\S{1,12} )?aside|down to our last|our last(?= [€$£]?\\d)|stretch(?:es|ed)? to|go as high as|set \\S{1,12} (?:\\S{1,12} )?aside|(?:not|never|don[’']t) (?:spend|pay|go) (?:more than|over|above)|ring-?fenced?|(?:limit|ceiling) (?:for|on|is)|obergrenze|to (?:work|play) with|left to spend|okayed|ok[’']d|green-?lit|freed up",
      '(?:dürfen|können) wir (?:[^;,!?]{0,40} )?ausgeben',
      "(?:we|i)(?:[’']re| are|[’']m| am) (?:only |just )?allowed(?! (?:to|in)(?! (?:spend|use|pay)))",
      'leaves us(?: with)?|left us with|(?:put|set) (?:by|away)|saved up|left in the (?:account|bank|budget)|in reserve|in the (?:pot|kitty|till)|tops(?=\\s+for|\\s*[.,;!]|\\s*$)|max(?=\\s+for|\\s*[.,;!]|\\s*$)|(?:board|committee|council|treasurer|management) (?:has |have |just )?(?:added|gave us|allowed)',
      'euro übrig|noch übrig|im (?:topf|pott)|in der kasse|im budget|zurückgelegt|beiseitegelegt|beiseite gelegt',
      'dans la (?:caisse|cagnotte)|mis (?:\\S{1,12} ){0,3}de côté',
      'tenemos(?= (?:unos |solo |sólo )?(?:\\d|€|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|mil|cien|quin|veint|trein|cuaren|cincuen|sesen|seten|ochen|noven|once|doce|trece|cator))|en (?:la caja|el bote)|apartado|guardado',
    ],
  ],
];
