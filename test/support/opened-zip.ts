import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { temporaryFolder } from './temporary-folder.ts';

const PYTHON = path.resolve(
  process.env['AFTERWORD_SPEECH_PYTHON'] ?? '.toolchain/python/bin/python',
);

/** Tests every entry, extracts all of them, and prints what they are. */
const SCRIPT = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as opened:
    damaged = opened.testzip()
    if damaged: sys.exit('damaged: ' + damaged)
    opened.extractall(sys.argv[2])
    print(json.dumps([{'path': each.filename, 'bytes': each.file_size, 'stored': each.compress_type == 0,
      'date': list(each.date_time)} for each in opened.infolist()]))
`;

const entrySchema = z.object({
  path: z.string(),
  bytes: z.number(),
  stored: z.boolean(),
  date: z.array(z.number()),
});
export type OpenedEntry = z.output<typeof entrySchema>;

/** A zip file that another program, Python's zipfile, has opened, tested and extracted. */
export class OpenedZip {
  private constructor(
    readonly entries: readonly OpenedEntry[],
    private readonly folder: string,
  ) {}

  /** @throws when it is no zip file, or an entry is damaged */
  static async open(file: string): Promise<OpenedZip> {
    const folder = await temporaryFolder('opened-zip');
    const options = { maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await promisify(execFile)(PYTHON, ['-c', SCRIPT, file, folder], options);
    return new OpenedZip(z.array(entrySchema).parse(JSON.parse(stdout)), folder);
  }

  get paths(): readonly string[] {
    return this.entries.map(({ path: entryPath }) => entryPath);
  }

  /** Path of an entry that ends so. @throws Error unless there is exactly one */
  pathOf(ending: string): string {
    const [found, ...others] = this.paths.filter((each) => each.endsWith(ending));
    if (found !== undefined && others.length === 0) return found;
    throw new Error(`${others.length + Number(found !== undefined)} entries end with ${ending}`);
  }

  bytes(entryPath: string): Promise<Buffer> {
    return readFile(path.join(this.folder, ...entryPath.split('/')));
  }

  async text(entryPath: string): Promise<string> {
    return (await this.bytes(entryPath)).toString('utf8');
  }

  async json(entryPath: string): Promise<unknown> {
    return JSON.parse(await this.text(entryPath));
  }

  /** The values of a file of JSON lines. */
  async lines(entryPath: string): Promise<readonly unknown[]> {
    const lines = (await this.text(entryPath)).split('\n').slice(0, -1);
    return lines.map((line): unknown => JSON.parse(line));
  }
}
