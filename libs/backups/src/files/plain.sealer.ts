import { PassThrough, type Transform } from 'node:stream';
import type { Sealer } from './sealer.port.ts';

/** Leaves files as they are. */
export class PlainSealer implements Sealer {
  readonly keyId = null;
  readonly suffix = '';

  sealedBytes(contentBytes: number): number {
    return contentBytes;
  }

  seal(): Transform {
    return new PassThrough();
  }

  open(): Transform {
    return new PassThrough();
  }
}
