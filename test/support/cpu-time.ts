/**
 * The processor time that some work takes: the least of a few rounds, in milliseconds. Other
 * processes of the machine do not count, so that a spec may compare the work for a text with that
 * for one twice as long.
 */
export function cpuMsOf(work: () => unknown, rounds = 3): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    return cpuMsSince(before);
  });
  return Math.min(...times);
}

/** The same for work that waits in between. */
export async function cpuMsOfAsync(work: () => Promise<unknown>, rounds = 3): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    await work();
    times.push(cpuMsSince(before));
  }
  return Math.min(...times);
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
