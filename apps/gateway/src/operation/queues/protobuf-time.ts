/**
 * A duration or timestamp of Temporal's API; large numbers are objects with a `toString` method.
 */
interface ProtobufTime {
  readonly seconds?: { toString(): string } | number | string | null | undefined;
  readonly nanos?: number | null | undefined;
}

/** Milliseconds of a duration, or since the epoch of a timestamp; 0 when there is none. */
export function protobufMs(time: ProtobufTime | null | undefined): number {
  return Number(time?.seconds ?? 0) * 1_000 + (time?.nanos ?? 0) / 1_000_000;
}
