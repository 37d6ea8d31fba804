type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Fields that somebody has typed into since the page was loaded. */
const fields = new Set<TextField>();

/** Observes where somebody types, for as long as the page is open. */
export function observeTyping(): void {
  document.addEventListener('input', ({ target }) => {
    if (isTextField(target)) fields.add(target);
  });
}

/** Whether the page has text that somebody has typed, and that is gone when the page is loaded. */
export function hasTypedText(): boolean {
  for (const field of fields) if (!field.isConnected) fields.delete(field);
  return [...fields].some(({ value }) => value.trim() !== '');
}

/** What is searched is kept in the address, and choices can be made again. */
const NO_TEXT: readonly string[] = ['search', 'checkbox', 'radio', 'file', 'range'];

function isTextField(target: EventTarget | null): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !NO_TEXT.includes(target.type);
}
