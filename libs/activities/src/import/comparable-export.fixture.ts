import { EXPORT_FILES } from '#contracts/export';
import { OpenedZip } from '../../../../test/support/opened-zip.ts';

/** What tells of the installation that made the export. */
const NOT_COMPARED = [EXPORT_FILES.events, EXPORT_FILES.manifest];
const ID = /\b(?:cnv|exc|trn|clp|seg|sum|mem|spk|vpr|ver|prj|doc|fct|rpt|tsk)_[0-9a-z]{26}\b/g;

/**
 * The files of an export, with ids replaced by their kind and the order in which they appear, so that
 * exports of the same are equal.
 */
export async function comparableExport(file: string): Promise<ReadonlyMap<string, string>> {
  const zip = await OpenedZip.open(file);
  const numbers = new Map<string, string>();
  const numbered = (id: string) => {
    const known = numbers.get(id) ?? `${id.slice(0, 3)}#${numbers.size + 1}`;
    numbers.set(id, known);
    return known;
  };
  const withoutIds = (text: string) => text.replaceAll(ID, numbered);
  const paths = zip.paths
    .filter((path) => !NOT_COMPARED.some((name) => path.endsWith(name)))
    .map((path) => ({ path, sortedBy: path.replaceAll(ID, '') }))
    .sort((one, other) => (one.sortedBy < other.sortedBy ? -1 : 1));
  const files = new Map<string, string>();
  for (const { path } of paths) {
    const isText = /\.(?:json|jsonl|md)$/.test(path);
    const bytes = await zip.bytes(path);
    const content = isText ? withoutIds(bytes.toString('utf8')) : bytes.toString('base64');
    files.set(withoutIds(path), content);
  }
  return files;
}
