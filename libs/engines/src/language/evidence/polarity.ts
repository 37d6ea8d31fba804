import type { SummaryLanguage } from '#contracts/model';
import { NEGATIONS as ENGLISH } from '../builtin/text/numbers.ts';
import { wordSet } from '../builtin/text/words.ts';
import { contentStems } from './content-stems.ts';

/** Words that deny what is said with them. */
const NEGATIONS: Readonly<Record<SummaryLanguage, ReadonlySet<string>>> = {
  // Speech recognition leaves apostrophes out.
  en: new Set([...ENGLISH, ...wordSet('dont cant wont didnt isnt wasnt wouldnt shouldnt')]),
  de: wordSet('nicht kein keine keinen keinem keiner keines nie niemals ohne niemand nichts weder'),
  fr: wordSet('pas jamais aucun aucune sans rien ni'),
  es: wordSet('no nunca jamás sin nadie ningún ninguna ninguno nada tampoco'),
  it: wordSet('non mai senza nessuno nessuna nulla niente né'),
  pt: wordSet('não nunca sem ninguém nenhum nenhuma nada tampouco'),
  nl: wordSet('niet geen nooit zonder niemand niets'),
};
/** Beginnings of words that say by themselves that something is not done or not so. */
const CONTRARY: Readonly<Record<SummaryLanguage, RegExp>> = {
  en: startingWith(
    'refus declin reject cancel postpon delay defer skip drop avoid stop fail lack instead against unable remov exclud deny denie halt abandon paus prevent unless miss un(?:signed|finished|likely|clear|sure|decided|resolved|available|able) ruled? too',
  ),
  de: startingWith(
    'abgelehnt lehn verschieb verschob absag abgesagt sag statt verweiger fehl stopp vermeid',
  ),
  fr: startingWith('refus report annul évit arrêt manqu au(?= lieu) retard'),
  es: startingWith('rechaz aplaz cancel evit falt retras deneg'),
  it: startingWith('rifiut rinvi annull evit manc ritard invece'),
  pt: startingWith('recus adi cancel evit falt atras'),
  nl: startingWith('geweigerd weiger uitgesteld stel afgezegd annul ontbre vermij'),
};
/** "No" as an answer, and what is denied only in form. */
const IN_FORM =
  /(?<!\p{L})(?:no|nein|non|não|nee)(?=\s*[,.!;:–-])|\bnot only\b|\bno (?:problem|worries|doubt|later than|more than|less than)\b|\bnot (?:yet )?sure if\b|\bnicht nur\b|\bpas seulement\b|\bno sólo\b|\bnon solo\b|\bnão só\b|\bniet alleen\b/giu;
const CLAUSE =
  /[,;:.!?–]|\s(?:but|because|and|so|while|although|since|aber|weil|und|sondern|denn|mais|car|et|pero|porque|y|sino|ma|perché|mas|e|maar|omdat|en|want)\s/iu;

/** What a sentence affirms and what it denies, as stems of its words. */
export interface Polarity {
  readonly affirmed: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  /** Whether it has a word that turns the meaning round without denying it, as "postpone". */
  readonly contrary: boolean;
}

/** Reads clause by clause what is affirmed and denied. A stem of clauses of both kinds is in neither. */
export function polarityOf(sentence: string, language: SummaryLanguage | null): Polarity {
  const affirmed = new Set<string>();
  const denied = new Set<string>();
  const plain = sentence.replaceAll('’', "'").replace(IN_FORM, ' ');
  for (const clause of plain.split(CLAUSE)) {
    const into = isDenied(clause, language ?? 'en') ? denied : affirmed;
    for (const each of contentStems(clause, language)) into.add(each);
  }
  const both = new Set([...affirmed].filter((each) => denied.has(each)));
  return {
    affirmed: without(affirmed, both),
    denied: without(denied, both),
    contrary: CONTRARY[language ?? 'en'].test(sentence),
  };
}

/**
 * Whether one sentence denies what the other affirms.
 * @param shared the stems of both; it is contradicted if that holds for half of them
 */
export function contradicts(one: Polarity, other: Polarity, shared: readonly string[]): boolean {
  return turnsRound(one, other, shared) || turnsRound(other, one, shared);
}

/** Whether most is denied in the first and affirmed in the other, which has no word for that. */
function turnsRound(denying: Polarity, affirming: Polarity, shared: readonly string[]): boolean {
  if (affirming.contrary) return false;
  const turned = shared.filter((stem) => denying.denied.has(stem) && affirming.affirmed.has(stem));
  return turned.length > 0 && 2 * turned.length >= shared.length;
}

function isDenied(clause: string, language: SummaryLanguage): boolean {
  const keys = clause.toLowerCase().match(/[\p{L}\p{M}']+/gu) ?? [];
  return keys.some((key) => NEGATIONS[language].has(key) || key.endsWith("n't"));
}

function without(stems: ReadonlySet<string>, those: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...stems].filter((each) => !those.has(each)));
}

function startingWith(beginnings: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${beginnings.split(' ').join('|')})`, 'iu');
}
