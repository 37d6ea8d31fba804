import { minuteCost } from './minute-cost.ts';

const PRICES = { 'openai:whisper-1': '0.006', 'openai-compatible:mine': '0' };

it('is exact, by the price of a minute', () => {
  expect(minuteCost({ model: 'openai:whisper-1', audioMs: 60_000 }, PRICES)).toBe('0.006');
  expect(minuteCost({ model: 'openai:whisper-1', audioMs: 1 }, PRICES)).toBe('0.0000001');
  expect(minuteCost({ model: 'openai-compatible:mine', audioMs: 5_000 }, PRICES)).toBe('0');
});

it('is not known without a price', () => {
  expect(minuteCost({ model: 'openai:other', audioMs: 60_000 }, PRICES)).toBeNull();
});
