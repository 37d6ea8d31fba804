import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DocumentFile } from './read-document.ts';

const SAMPLES = path.join(import.meta.dirname, 'samples');

/** Limits under which every sample can be read whole. */
export const LIMITS = {
  timeoutMs: 25_000,
  memoryMebibytes: 512,
  maxParts: 20_000,
  maxCharacters: 5_000_000,
};

/** Never aborted. */
export const NO_ABORT = new AbortController().signal;

/** A sample of this library. */
export function sample(fileName: string): DocumentFile {
  return fileAt(path.join(SAMPLES, fileName));
}

/** The bytes of a sample. */
export function sampleBytes(fileName: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path.join(SAMPLES, fileName)));
}

/** A folder for the files of one spec. */
export class FileFolder {
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'afterword-documents-'));

  /** Writes a file. @param fileName whose end may say something else than its content */
  file(fileName: string, content: string | Uint8Array): DocumentFile {
    const filePath = path.join(this.folder, fileName);
    writeFileSync(filePath, content);
    return fileAt(filePath);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function fileAt(filePath: string): DocumentFile {
  const { size } = statSync(filePath);
  return { path: filePath, fileName: path.basename(filePath), sizeBytes: size };
}
