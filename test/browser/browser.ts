import bundled from '@sparticuz/chromium';
import { chromium, selectors, type Browser } from 'playwright-core';

/** Arguments of the bundled browser that make it less like the one that people use. */
const UNLIKE_PEOPLES = ['--single-process', '--no-zygote', '--disable-web-security'];

/**
 * Starts a real Chromium, which comes from a package and needs nothing installed.
 * Elements are found by `data-test` where they have no role or label of their own.
 * @param more arguments beside the usual ones
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  selectors.setTestIdAttribute('data-test');
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    args: [...bundled.args.filter((arg) => !UNLIKE_PEOPLES.includes(arg)), '--no-sandbox', ...more],
  });
}

/** Arguments of a browser whose microphone hears a WAV file, and that lets every page listen. */
export function hearing(wavFile: string): readonly string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${wavFile}`,
  ];
}
