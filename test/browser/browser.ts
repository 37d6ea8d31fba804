import bundled from '@sparticuz/chromium';
import { chromium, selectors, type Browser, type LaunchOptions } from 'playwright-core';

/**
 * Default arguments of the bundled browser that make it differ from a normal browser, and those that draw
 * through an emulated graphics card, which takes a third more of the processor than drawing without one.
 */
const UNUSUAL_ARGUMENTS = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

const LAUNCHES = 3;

/**
 * Starts a real Chromium from a package, which needs no installation.
 * Elements without a role or label are found by `data-test`.
 * @param more arguments in addition to the defaults
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  selectors.setTestIdAttribute('data-test');
  return launched({
    executablePath: await bundled.executablePath(),
    args: [
      ...bundled.args.filter((arg) => !UNUSUAL_ARGUMENTS.includes(arg)),
      '--no-sandbox',
      '--disable-gpu',
      '--disable-software-rasterizer',
      ...more,
    ],
  });
}

/** The bundled browser sometimes crashes while it starts, so a few tries are made. */
async function launched(options: LaunchOptions, tries = LAUNCHES): Promise<Browser> {
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (tries <= 1) throw error;
    return launched(options, tries - 1);
  }
}

/** Arguments of a browser whose microphone plays a WAV file, and that grants it to every page. */
export function hearing(wavFile: string): readonly string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${wavFile}`,
  ];
}
