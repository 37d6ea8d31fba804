/** Numbers from 0 to 1 that are the same in every run: the fractional part of multiples of the golden ratio. */
export function pseudoRandom(at: number): number {
  return ((at + 1) * 0.618_033_988_75) % 1;
}
