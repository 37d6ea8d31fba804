import path from 'node:path';
import { Global, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '#platform';
import { DiskBlobStore, type BlobStore } from '#store';
import { CONFIG } from './config.module.ts';

/** Token of the blob store. */
export const BLOB_STORE = Symbol('blob store');

/** Stores the bytes of clips in the data folder. */
@Global()
@Module({
  providers: [
    {
      provide: BLOB_STORE,
      inject: [CONFIG],
      useFactory: ({ dataFolder }: Config): BlobStore =>
        new DiskBlobStore(path.join(dataFolder, 'blobs')),
    },
  ],
  exports: [BLOB_STORE],
})
export class BlobsModule implements OnApplicationBootstrap {
  constructor(@Inject(BLOB_STORE) private readonly blobs: BlobStore) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.blobs.removeLeftovers();
  }
}
