const NOTE_EVERY_MS = 15_000;
const TITLE_WIDTH = 22;

/**
 * @typedef {object} Step
 * @property {string} title what the step provides
 * @property {() => boolean} isDone whether there is nothing to do; takes milliseconds
 * @property {(note: (text: string) => void) => Promise<string | void>} run runs the step; `note` shows
 *   the current action to the user. A step that Afterword can start without returns what is missing,
 *   as a sentence for the user, instead of failing
 */

/** @param {number} startedAt */
const seconds = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(0)} s`;

/** @param {string} sign @param {string} title @param {string} rest */
const line = (sign, title, rest) => `  ${sign} ${title.padEnd(TITLE_WIDTH)} ${rest}`;

/**
 * Shows the progress of a step: in place on a terminal, otherwise as a line every 15 seconds.
 * @param {string} title
 */
function showProgress(title) {
  const out = process.stdout;
  const startedAt = Date.now();
  let note = '';
  const text = () => line('…', title, `${seconds(startedAt)}${note && `, ${note}`}`);
  const redraw = () =>
    out.write(out.isTTY ? `\r\x1b[K${text().slice(0, out.columns)}` : `${text()}\n`);
  const timer = setInterval(redraw, out.isTTY ? 1000 : NOTE_EVERY_MS);
  if (out.isTTY) redraw();
  const end = (/** @type {string} */ sign) => {
    clearInterval(timer);
    out.write(`${out.isTTY ? '\r\x1b[K' : ''}${line(sign, title, seconds(startedAt))}\n`);
  };
  return { note: (/** @type {string} */ words) => void (note = words), end };
}

/** @param {Step} step */
async function runStep(step) {
  const progress = showProgress(step.title);
  try {
    const missing = await step.run(progress.note);
    progress.end(missing ? '!' : '✓');
    if (missing) process.stdout.write(`    ${missing}\n`);
  } catch (error) {
    progress.end('✗');
    throw error;
  }
}

/**
 * Runs the steps that are not done, in order, and skips the others silently.
 * @param {string} heading printed before the first step that runs
 * @param {readonly Step[]} steps
 */
export async function runSteps(heading, steps) {
  let announced = false;
  for (const step of steps) {
    if (step.isDone()) continue;
    if (!announced) process.stdout.write(`${heading}\n`);
    announced = true;
    await runStep(step);
  }
}

/**
 * Runs the steps that are not done while other work goes on: one line for each that ends, and no error,
 * because what runs meanwhile does not need them.
 * @param {readonly Step[]} steps
 */
export async function runStepsMeanwhile(steps) {
  for (const step of steps) {
    if (step.isDone()) continue;
    const startedAt = Date.now();
    const missing = await step.run(() => undefined).catch((error) => String(error));
    const ended = line(missing ? '!' : '✓', step.title, seconds(startedAt));
    process.stdout.write(missing ? `${ended}\n    ${missing}\n` : `${ended}\n`);
  }
}
