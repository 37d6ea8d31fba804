const NOTE_EVERY_MS = 15_000;
const TITLE_WIDTH = 22;

/**
 * @typedef {object} Step
 * @property {string} title what the step provides
 * @property {() => boolean} isDone whether there is nothing to do; takes milliseconds
 * @property {(note: (text: string) => void) => Promise<void>} run does it; `note` tells a waiting
 *   person what is going on
 */

/** @param {number} startedAt */
const seconds = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(0)} s`;

/** @param {string} sign @param {string} title @param {string} rest */
const line = (sign, title, rest) => `  ${sign} ${title.padEnd(TITLE_WIDTH)} ${rest}`;

/**
 * Shows a step while it runs: in place on a terminal, a line now and then elsewhere.
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
    await step.run(progress.note);
    progress.end('✓');
  } catch (error) {
    progress.end('✗');
    throw error;
  }
}

/**
 * Does the steps that are not done, in order, and says nothing of the others.
 * @param {string} heading shown before the first step that has something to do
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
