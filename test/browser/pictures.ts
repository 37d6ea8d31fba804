import type { Page } from 'playwright-core';

/** A difference that no eye sees: how edges are smoothed may vary by a shade. */
const SHADES = 8;

/**
 * How many pixels of two pictures of the same size differ visibly.
 * @param page of the browser that compares; a page of its own is opened beside it
 */
export async function differingPixels(page: Page, one: Buffer, other: Buffer): Promise<number> {
  const blank = await page.context().newPage();
  try {
    const pictures = [one, other].map((picture) => picture.toString('base64'));
    return await blank.evaluate<number>(comparisonOf(pictures));
  } finally {
    await blank.close();
  }
}

/** Source text, because it is evaluated in the browser. */
const comparisonOf = (pictures: readonly string[]) => `(async () => {
  const [one, other] = await Promise.all(${JSON.stringify(pictures)}.map(async (picture) => {
    const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + picture)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height).data;
  }));
  const pixels = new Set();
  one.forEach((shade, at) => {
    if (Math.abs(shade - other[at]) > ${SHADES}) pixels.add(Math.floor(at / 4));
  });
  return one.length === other.length ? pixels.size : one.length;
})()`;
