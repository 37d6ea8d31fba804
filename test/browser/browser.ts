import bundled from '@sparticuz/chromium';
import { chromium, selectors, type Browser } from 'playwright-core';

/** Arguments of the bundled browser that make it less like the one that people use. */
const UNLIKE_PEOPLES = ['--single-process', '--no-zygote', '--disable-web-security'];

/**
 * Starts a real Chromium, which comes from a package and needs nothing installed.
 * Elements are found by `data-test` where they have no role or label of their own.
 */
export async function launchBrowser(): Promise<Browser> {
  selectors.setTestIdAttribute('data-test');
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    args: [...bundled.args.filter((arg) => !UNLIKE_PEOPLES.includes(arg)), '--no-sandbox'],
  });
}
