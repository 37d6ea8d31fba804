import { S3Client } from '@aws-sdk/client-s3';
import type { S3Config } from '#platform';

/** How long a store is waited for, and how often it is tried. */
export interface S3Limits {
  /** Tries of a request that fails for the moment: on 5xx, 429 and broken connections. */
  readonly tries: number;
  readonly connectMs: number;
  /** Limit of a wait in which not a byte moves. */
  readonly stallMs: number;
}

export const S3_LIMITS: S3Limits = { tries: 4, connectMs: 10_000, stallMs: 60_000 };

/** Clients for one store: they differ in how they notice that it hangs. */
export interface S3Clients {
  /** For everything but reading: a socket on which nothing moves is closed. */
  readonly requests: S3Client;
  /**
   * For reading: only the headers must come in time, because a socket also rests while the reader is
   * busy. The bytes are watched by the stream.
   */
  readonly reads: S3Client;
}

/** Clients for a store. With an endpoint of its own, the bucket is part of the path. */
export function s3Clients(config: S3Config, limits: S3Limits): S3Clients {
  const connectionTimeout = limits.connectMs;
  const options = {
    region: config.region,
    maxAttempts: limits.tries,
    // Many compatible stores do not know the newer checksums. The signature covers the bytes anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(config.endpoint !== null && { endpoint: config.endpoint, forcePathStyle: true }),
    ...(config.credentials !== null && { credentials: { ...config.credentials } }),
  } as const;
  const requestHandler = { connectionTimeout, socketTimeout: limits.stallMs };
  const readHandler = {
    ...{ connectionTimeout, socketTimeout: 0 },
    ...{ requestTimeout: limits.stallMs, throwOnRequestTimeout: true },
  };
  return {
    requests: new S3Client({ ...options, requestHandler }),
    reads: new S3Client({ ...options, requestHandler: readHandler }),
  };
}
