import { numberStyle, type NumberStyle } from './number-format.rule.ts';
import { attributeOf, contentOf, tagsOf } from './xml-tags.ts';

/** Styles of cells by their numbers; `null` for one that leaves numbers as they are. */
export type NumberStyles = readonly (NumberStyle | null)[];

/** The styles of a workbook. @param xml of its styles */
export function numberStylesOf(xml: string): NumberStyles {
  const codes = new Map<number, string | null>();
  for (const tag of tagsOf(contentOf(xml, 'numFmts'), 'numFmt')) {
    codes.set(Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode'));
  }
  const styles = [...tagsOf(contentOf(xml, 'cellXfs'), 'xf')];
  return styles.map((tag) => {
    const id = Number(attributeOf(tag, 'numFmtId') ?? 0);
    return numberStyle(id, codes.get(id) ?? null);
  });
}

/** Tells the styles of the cells of a sheet, which must be asked for in their order. */
export class SheetStyles {
  private readonly cells: Iterator<string>;
  private readonly styles: NumberStyles;
  private tag: string | undefined;
  private place: Place = { row: 0, column: 0 };

  /** @param xml of the sheet */
  constructor(xml: string, styles: NumberStyles) {
    this.cells = tagsOf(xml, 'c');
    this.styles = styles;
  }

  /** The style of a cell; `null` when it changes nothing. Rows and columns count from 1. */
  at(row: number, column: number): NumberStyle | null {
    while (isBefore(this.place, row, column)) {
      const next = this.cells.next();
      this.tag = next.done === true ? undefined : next.value;
      this.place = this.tag === undefined ? NOWHERE : placeOf(this.tag);
    }
    const isHere = this.place.row === row && this.place.column === column;
    const style = isHere && this.tag !== undefined ? attributeOf(this.tag, 's') : null;
    return style === null ? null : (this.styles[Number(style)] ?? null);
  }
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const NOWHERE: Place = { row: Infinity, column: Infinity };
const LETTERS = 26;

function isBefore(place: Place, row: number, column: number): boolean {
  return place.row < row || (place.row === row && place.column < column);
}

/** The place of a cell such as `AB12`; a cell without is skipped. */
function placeOf(tag: string): Place {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(attributeOf(tag, 'r') ?? '') ?? [];
  if (letters === undefined) return { row: 0, column: 0 };
  const column = Array.from(letters).reduce(
    (sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64,
    0,
  );
  return { row: Number(digits), column };
}
