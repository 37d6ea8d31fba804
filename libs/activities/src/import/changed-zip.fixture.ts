import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { ZipFile } from 'yazl';
import { OpenedZip } from '../../../../test/support/opened-zip.ts';

/** The files of a zip file, by their paths. */
export type ZippedFiles = Map<string, Buffer>;

const manifestSchema = z.record(z.string(), z.unknown());

/** A zip file with the files of another one, after somebody has changed them. */
export async function changedZip(
  file: string,
  change: (files: ZippedFiles) => void,
): Promise<Buffer> {
  const zip = await OpenedZip.open(file);
  const files: ZippedFiles = new Map();
  for (const path of zip.paths) files.set(path, await zip.bytes(path));
  change(files);
  return zipOf(files);
}

/** A zip file with these files. */
export async function zipOf(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, bytes] of files) zip.addBuffer(bytes, path);
  zip.end();
  return buffer(zip.outputStream);
}

/** Replaces text in files of an export, also of those that end with what is given. */
export function replaceIn(
  files: ZippedFiles,
  ending: string,
  from: string | RegExp,
  to: string,
): void {
  for (const [path, bytes] of files) {
    if (path.endsWith(ending))
      files.set(path, Buffer.from(bytes.toString('utf8').replace(from, to)));
  }
}

/** Makes the manifest say what the files are now, as somebody does who forges an export. */
export function forgeManifest(files: ZippedFiles): void {
  const manifest = manifestSchema.parse(JSON.parse(files.get('manifest.json')?.toString() ?? ''));
  const forged = [...files]
    .filter(([path]) => path !== 'manifest.json')
    .map(([path, bytes]) => ({
      ...{ path, bytes: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }));
  const fields = Object.entries({ ...manifest, files: forged }).map(([name, value]) =>
    Array.isArray(value) && value.length > 0
      ? `${JSON.stringify(name)}: [\n${value.map((each) => JSON.stringify(each)).join(',\n')}\n]`
      : `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  files.set('manifest.json', Buffer.from(`{\n${fields.join(',\n')}\n}\n`));
}
