import path from 'node:path';
import type { DocumentBytes } from '../document-reader.ts';
import { unzip } from '../unzip.ts';
import type { ZipEntry } from '../zip-entries.ts';
import { numberStylesOf, SheetStyles, type NumberStyles } from './number-styles.ts';
import { attributeOf, tagsOf } from './xml-tags.ts';

const FOLDER = 'xl';

/** Finds the styles of numbers in a workbook. What it cannot find is shown without a style. */
export class WorkbookStyles {
  private readonly bytes: DocumentBytes;
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly styles: NumberStyles;
  private readonly sheetPaths: readonly string[];

  constructor(bytes: DocumentBytes, entries: readonly ZipEntry[]) {
    this.bytes = bytes;
    this.entries = new Map(entries.map((entry) => [entry.name, entry]));
    this.styles = numberStylesOf(this.textOf(`${FOLDER}/styles.xml`));
    const relations = this.textOf(`${FOLDER}/_rels/workbook.xml.rels`);
    const sheets = tagsOf(this.textOf(`${FOLDER}/workbook.xml`), 'sheet');
    this.sheetPaths = pathsOf([...sheets], [...tagsOf(relations, 'Relationship')]);
  }

  /** The styles of a sheet; `null` when no number of it has one. @param index of the sheet, from 0 */
  ofSheet(index: number): SheetStyles | null {
    if (this.styles.every((style) => style === null)) return null;
    return new SheetStyles(this.textOf(this.sheetPaths[index] ?? ''), this.styles);
  }

  private textOf(name: string): string {
    const entry = this.entries.get(name);
    return entry === undefined ? '' : unzip(this.bytes, entry).toString('utf8');
  }
}

/** The paths of sheets in the archive, in the order of the workbook. */
function pathsOf(sheets: readonly string[], relations: readonly string[]): readonly string[] {
  const targets = new Map(
    relations.map((tag) => [attributeOf(tag, 'Id'), attributeOf(tag, 'Target') ?? '']),
  );
  return sheets.map((tag) => {
    const target = targets.get(attributeOf(tag, '\\w+:id')) ?? '';
    return path.posix.resolve('/', FOLDER, target).slice(1);
  });
}
