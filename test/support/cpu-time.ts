/**
 * The processor time that some work takes: the least of a few rounds, in milliseconds. Other
 * processes of the machine do not count, so that a spec may compare the work for a text with that
 * for one twice as long.
 */
export function cpuMsOf(work: () => unknown, rounds = 3): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}
