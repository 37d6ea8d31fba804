import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Source text, because it is evaluated in the browser. */
const AUDIT = `axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

/**
 * Checks the current page against WCAG 2.2 AA.
 * @returns each violation with its elements
 */
export async function accessibilityBreaches(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(AUDIT);
}
