import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Runs in the browser, hence as text. */
const AUDIT = `axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

/**
 * Checks what is on the page now against WCAG 2.2 AA.
 * @returns each breach with the elements that commit it
 */
export async function accessibilityBreaches(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(AUDIT);
}
