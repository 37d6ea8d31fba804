import type { ScheduleSpec } from '@temporalio/client';

const HOURS = 24;

/** A time of the day in a time zone. */
export interface LocalTime {
  readonly hour: number;
  readonly minute: number;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * The times of the nightly backup: the given one, and an hour later. In some time zones the given
 * time does not exist on the day on which the clocks are put forward, and Temporal skips it; the
 * later one then makes the backup. Otherwise it finds that a backup has just been requested.
 */
export function nightlyTimes({ hour, minute, timeZone }: LocalTime): ScheduleSpec {
  const calendars = [hour, (hour + 1) % HOURS].map((each) => ({ hour: each, minute }));
  return { calendars, timezone: timeZone };
}
