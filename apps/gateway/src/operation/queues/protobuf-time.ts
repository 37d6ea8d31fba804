/** A duration or a moment as Temporal writes it; large numbers are objects that print as such. */
interface ProtobufTime {
  readonly seconds?: { toString(): string } | number | string | null | undefined;
  readonly nanos?: number | null | undefined;
}

/** Milliseconds of a duration, or since the epoch of a moment; 0 when there is none. */
export function protobufMs(time: ProtobufTime | null | undefined): number {
  return Number(time?.seconds ?? 0) * 1_000 + (time?.nanos ?? 0) / 1_000_000;
}
