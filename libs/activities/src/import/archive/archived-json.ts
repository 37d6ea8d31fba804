import type { z } from 'zod';
import { EXPORT_FORMAT, READ_FORMAT_VERSIONS } from '#contracts/export';
import { yielding } from '../yielding.ts';
import { invalidArchive, tooLargeArchive } from './archive-error.ts';
import type { ArchiveFile } from './archive-file.ts';
import { archivePieces } from './archive-lines.ts';
import { validValue } from './valid-value.ts';

/** Most bytes of a JSON file, which is in memory; the text of a day of speech has about 15 MB. */
const MOST_BYTES = 128 * 1024 * 1024;

/** A JSON file of an export: its fields, and the elements of its lists as they are written. */
export class ArchivedJson {
  private constructor(
    private readonly path: string,
    private readonly signal: AbortSignal,
    private readonly fields: ReadonlyMap<string, unknown>,
    private readonly lists: ReadonlyMap<string, readonly unknown[]>,
  ) {}

  /**
   * Reads a file.
   * @param kind what it must say that it is
   * @throws AppError `import_archive_invalid`, `import_archive_changed`, `import_archive_too_large`
   */
  static async read(
    archive: ArchiveFile,
    path: string,
    kind: string,
    signal: AbortSignal,
  ): Promise<ArchivedJson> {
    if ((archive.sizeOf(path) ?? 0) > MOST_BYTES) throw tooLargeArchive(`${path} is too large.`);
    const fields = new Map<string, unknown>();
    const lists = new Map<string, unknown[]>();
    for await (const { name, value, isElement } of archivePieces(archive, path, signal)) {
      if (!isElement) fields.set(name, value);
      else if (!lists.get(name)?.push(value)) lists.set(name, [value]);
    }
    const version = fields.get('formatVersion');
    const isRead = typeof version === 'number' && READ_FORMAT_VERSIONS.includes(version);
    if (isRead && fields.get('format') === EXPORT_FORMAT && fields.get('kind') === kind) {
      return new ArchivedJson(path, signal, fields, lists);
    }
    throw invalidArchive(`The file ${path} is no ${kind} of an export.`);
  }

  /** @throws AppError `import_archive_invalid` */
  field<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
    return validValue(schema, this.fields.get(name), this.path);
  }

  /** The elements of a list; others work in between. @throws AppError `import_archive_invalid` */
  async list<Schema extends z.ZodType>(
    name: string,
    schema: Schema,
  ): Promise<readonly z.output<Schema>[]> {
    const valid: z.output<Schema>[] = [];
    for await (const value of yielding(this.lists.get(name) ?? [], this.signal)) {
      valid.push(validValue(schema, value, this.path));
    }
    return valid;
  }
}
