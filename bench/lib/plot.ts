/** One line of a plot. */
export interface PlotLine {
  readonly name: string;
  readonly points: { x: number; y: number }[];
}

const WIDTH = 640;
const HEIGHT = 300;
const MARGIN = 48;
const COLOURS = ['#2563eb', '#d97706', '#059669'];

/**
 * Draws lines over a logarithmic axis, from zero upwards.
 * @returns an SVG document
 */
export function plotOf(title: string, lines: readonly PlotLine[]): string {
  const all = lines.flatMap(({ points }) => points);
  const [least, most] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const top = Math.max(...all.map(({ y }) => y)) * 1.1;
  const across = (x: number) =>
    MARGIN + (Math.log(x / least) / Math.log(most / least)) * (WIDTH - 2 * MARGIN);
  const up = (y: number) => HEIGHT - MARGIN - (y / top) * (HEIGHT - 2 * MARGIN);
  const drawn = lines.map(({ name, points }, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? '#000';
    const path = points.map(({ x, y }) => `${across(x).toFixed(1)},${up(y).toFixed(1)}`).join(' ');
    const y = MARGIN / 2 + 18 * (index + 1);
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>
<text x="${MARGIN + 8}" y="${y}" fill="${colour}">${name}</text>`;
  });
  const ticks = (lines[0]?.points ?? []).map(
    ({ x }) =>
      `<text x="${across(x).toFixed(1)}" y="${HEIGHT - MARGIN / 2}" text-anchor="middle">${x}</text>`,
  );
  const heights = [0, top / 2, top].map(
    (y) =>
      `<text x="${MARGIN - 6}" y="${up(y).toFixed(1)}" text-anchor="end">${y.toFixed(0)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${WIDTH / 2}" y="16" text-anchor="middle" font-weight="bold">${title}</text>
${[...drawn, ...ticks, ...heights].join('\n')}
</svg>
`;
}
