/** What says that something just said does not hold. */
const MARKER =
  '(?:hang on|hold on|wait|no wait|sorry|actually|nein|nee|moment|warte|quatsch|attends|pardon|non|espera|perdón|no)';
const FORGET =
  '(?:forget (?:that|it|what i said)|scratch that|scrap that|strike that|never mind(?: that)?|ignore that|vergiss (?:das|es)|vergesst (?:das|es)|streich das|oublie(?:z)? (?:ça|cela)|laisse tomber|olvida(?:d|lo|dlo)?(?: eso)?)';
/** "that was the other one", "that's with the donations": what it was in truth, not another amount. */
const WAS_OTHER =
  "(?:that|it|this|those|they)(?:['’]s| is| was|['’]re| were)(?: not)? (?!(?:about |around |only |more like )?[€$£]?\\d)|das (?:war|ist) |c['’](?:est|était) |eso (?:era|es) ";
const PAUSE = '[\\s,.;:…–—-]+';

/** "650, hang on, that was the other one"; "260 euros... no, forget that" */
const TAKEN_BACK = new RegExp(
  `^[^.;!?…]{0,40}?[,.;…–—-]${PAUSE}?(?:(?:no|nope|oh|ah|nein|nee|non)${PAUSE})?(?:${FORGET}(?!\\p{L})|${MARKER}${PAUSE}(?:${WAS_OTHER}))`,
  'iu',
);

/** Whether what is said after an amount takes it back without another one in its place. */
export function isTakenBackAfter(after: string): boolean {
  return TAKEN_BACK.test(after.slice(0, 120));
}
