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
  // A document that was audited before has it, and to parse it takes longer than most audits.
  if (await page.evaluate<boolean>("typeof axe === 'undefined'")) await page.evaluate(axe.source);
  return page.evaluate<string[]>(AUDIT);
}

/** Source text, because it is evaluated in the browser. */
const CUT_RINGS = `(() => {
  const reach = ({ outlineOffset, outlineWidth, outlineStyle }) =>
    outlineStyle === 'none' ? null : parseFloat(outlineOffset) + parseFloat(outlineWidth);
  const clips = ({ overflowX, overflowY, contain, contentVisibility }) =>
    overflowX !== 'visible' || overflowY !== 'visible' ||
    /paint|content|strict/.test(contain) || contentVisibility === 'auto';
  const isCut = (ring, frame) => {
    const box = frame.getBoundingClientRect();
    // What scrolls in a direction brings the ring into view in it.
    const [rolls, slides] =
      [frame.scrollHeight > frame.clientHeight + 1, frame.scrollWidth > frame.clientWidth + 1];
    return (!slides && (ring.left < box.left - 0.5 || ring.right > box.right + 0.5)) ||
      (!rolls && (ring.top < box.top - 0.5 || ring.bottom > box.bottom + 0.5));
  };
  const cut = [];
  for (const element of document.querySelectorAll('a[href], button, input, select, textarea')) {
    element.focus({ focusVisible: true, preventScroll: true });
    if (document.activeElement !== element) continue;
    for (const change of element.getAnimations()) change.finish();
    const wide = reach(getComputedStyle(element));
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const ring = { left: left - wide, right: right + wide, top: top - wide, bottom: bottom + wide };
    for (let at = element.parentElement; wide !== null && at !== document.body; at = at.parentElement) {
      if (clips(getComputedStyle(at)) && isCut(ring, at)) cut.push(element.outerHTML + ' in ' + at.className);
    }
  }
  return cut;
})()`;

/** The elements whose ring is not shown whole when they have the focus, because something around them cuts it. */
export async function cutFocusRings(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(CUT_RINGS);
}
