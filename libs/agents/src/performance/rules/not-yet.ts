const YET =
  /(?<![\p{L}])(?:yet|noch nicht|pas encore|(?:todavía|aún) no|no (?:\p{L}+ ){1,8}(?:todavía|aún))(?![\p{L}])/iu;
/** "Still not" says that it should have been done. */
const STILL = /(?<![\p{L}])(?:still|immer noch|toujours pas|sigue sin)(?![\p{L}])/iu;

/** Whether a clause says that something is not done so far: it may still be done in time. */
export function isNotYet(text: string): boolean {
  return YET.test(text) && !STILL.test(text);
}
