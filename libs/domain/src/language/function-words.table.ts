import type { SummaryLanguage } from '#contracts/model';

/** The frequent words of grammar of each language, in lower case. */
export const FUNCTION_WORDS: Readonly<Record<SummaryLanguage, ReadonlySet<string>>> = {
  en: setOf(
    'the a an and to of is it i you he she we they that this for on with are was were be been have has had not at by from as or',
    'what there do does did my your our their his her its but can will would could should if so just about which who when where',
    "how all one out up into than then them us me him it's i'm we're we'll i'll don't that's i've let's",
  ),
  de: setOf(
    'der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde haben hat hatte',
    'ich du er sie es wir ihr mich mir dich dir uns euch ihn ihm sich nicht kein keine mit für auf von zu zum zur bei nach aus',
    'im am an in um bis als wie wenn dass weil was wer wo auch noch schon nur so dann da hier doch mal kann können muss müssen',
    'soll sollen will wollen dieser diese dieses mein dein sein unser unsere vom beim ja nein über unter',
  ),
  fr: setOf(
    'le la les un une des du de et ou mais est sont était sera ont ai a avons avez je tu il elle on nous vous ils elles me te se',
    'ce cet cette ces mon ma mes ton ta ses son sa notre nos votre vos leur leurs ne pas que qui quoi où quand comment pour avec',
    'dans sur sous par en au aux chez sans plus très aussi donc alors si oui non y ça fait être avoir été tout tous bien comme',
    "c'est j'ai d'un d'une qu'il l'on n'est",
  ),
  es: setOf(
    'el la los las un una unos unas y o pero es son era fue será han he ha hemos yo tú él ella nosotros ellos ellas me te se nos',
    'lo le les mi tu su sus nuestro nuestra este esta esto ese esa eso que qué quién cuando cómo donde no sí con para por en de',
    'del al a sin sobre más muy también como ya porque si entonces hay está están estoy estamos vamos todo todos bien',
  ),
  it: setOf(
    'il lo la i gli le un uno una e o ma è sono era sarà hanno ho ha abbiamo io tu lui lei noi voi loro mi ti si ci vi mio mia',
    'suo sua nostro nostra questo questa quello quella che chi cosa quando come dove non sì con per in di del della dei delle',
    'degli al alla ai alle dal dalla nel nella sul sulla da su più molto anche perché se allora quindi tutto tutti bene essere',
    "c'è dell' all' l' un' po'",
  ),
  pt: setOf(
    'o a os as um uma uns umas e ou mas é são era foi será têm tenho tem temos eu tu ele ela nós vocês você eles elas me te se',
    'nos lhe meu minha seu sua nosso nossa este esta isto esse essa isso que quem quando como onde não sim com para por em de',
    'do da dos das no na nos nas ao à pelo pela sem sobre mais muito também já porque então está estão estou estamos vamos tudo',
    'todos bem',
  ),
  nl: setOf(
    'de het een en of maar is zijn was waren wordt worden hebben heeft had ik jij je hij zij ze wij we jullie mij me jou hem',
    'haar ons hun mijn jouw onze niet geen met voor op van te naar bij uit in om tot als dan dat die dit deze wat wie waar',
    'wanneer hoe ook nog al er hier daar dus want omdat kan kunnen moet moeten zal zullen wil willen ja nee wel door over aan',
  ),
};

function setOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
