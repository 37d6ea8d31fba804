import Big from 'big.js';
import type { NumberPart } from './number-part.ts';

/** A number while its words are read: "two hundred", "thousand", "fifty". */
export class RunningNumber {
  private total = new Big(0);
  private current = new Big(0);
  private lastScale = Infinity;
  private isOpen = false;

  /** @returns false when the part begins another number */
  add(part: NumberPart): boolean {
    if (part.kind === 'small') return this.addSmall(part.value);
    return part.kind === 'hundred' ? this.addHundred() : this.addScale(part.value);
  }

  /** Takes a number in digits as the first part. */
  begin(value: Big): void {
    this.current = value;
    this.isOpen = true;
  }

  /** "and a half": of the last power of ten, or of one. */
  addHalf(): void {
    if (this.isOpen) this.current = this.current.plus('0.5');
    else this.total = this.total.plus(new Big(this.lastScale).div(2));
  }

  /** Whether a number below a hundred may follow after "and". */
  get takesAnd(): boolean {
    return !this.isOpen || this.current.mod(100).eq(0);
  }

  get value(): Big {
    return this.total.plus(this.current);
  }

  private addSmall(value: number): boolean {
    if (!this.isOpen) {
      this.current = new Big(value);
      this.isOpen = true;
      return true;
    }
    const more = moreOf(this.current, value);
    if (more === null) return false;
    this.current = this.current.plus(more);
    return true;
  }

  private addHundred(): boolean {
    if (!this.isOpen) return this.addSmall(100);
    if (this.current.gte(100) || this.current.lte(0)) return false;
    this.current = this.current.times(100);
    return true;
  }

  private addScale(value: number): boolean {
    if (value >= this.lastScale || (!this.isOpen && this.lastScale !== Infinity)) return false;
    const factor = this.isOpen ? this.current : new Big(1);
    this.total = this.total.plus(factor.times(value));
    this.current = new Big(0);
    this.isOpen = false;
    this.lastScale = value;
    return true;
  }
}

/** What a small number adds to what was read; `null` when it does not belong to it. */
function moreOf(current: Big, value: number): number | null {
  const rest = current.mod(100).toNumber();
  if (rest === 0) return current.gte(100) && value < 100 ? value : null;
  // French: quatre-vingts, and soixante-dix, quatre-vingt-dix.
  if (rest === 4 && value === 20) return 76;
  if ((rest === 60 || rest === 80) && value < 20) return value;
  return rest >= 20 && rest % 10 === 0 && value < 10 && value > 0 ? value : null;
}
