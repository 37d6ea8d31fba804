import { tokenCost } from './token-cost.ts';

const PRICES = {
  'openai:small': { input: '0.25', output: '2' },
  'ollama:llama': { input: '0', output: '0' },
};
const use = (model: string, input: number, output: number) => ({
  model,
  tokens: { input, output },
});

it('is exact, by the prices of a million tokens', () => {
  expect(tokenCost(use('openai:small', 1_000_000, 1_000_000), PRICES)).toBe('2.25');
  expect(tokenCost(use('openai:small', 1, 0), PRICES)).toBe('0.00000025');
  expect(tokenCost(use('ollama:llama', 5_000, 7_000), PRICES)).toBe('0');
});

it('is not known without a price or without counts', () => {
  expect(tokenCost(use('openai:large', 1, 1), PRICES)).toBeNull();
  expect(tokenCost({ model: 'openai:small', tokens: null }, PRICES)).toBeNull();
});
