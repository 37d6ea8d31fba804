import { costInWords, limitsInWords, useInWords } from './usage-words.ts';

const USE = {
  ...{ requests: 4, inputTokens: 5_210, outputTokens: 1_048, audioMs: 0 },
  ...{ unreported: 0, unpriced: 0 },
};

it('says what was used, and what it has cost', () => {
  expect(useInWords({ ...USE, cost: '0.0033985' }, 'USD')).toBe(
    '5,210 tokens read, 1,048 written in 4 requests, 0.003399 USD',
  );
  expect(useInWords({ ...USE, requests: 1, cost: '0' }, 'EUR')).toMatch(/in 1 request, 0 EUR$/);
});

it('says how long a speech service has heard', () => {
  const heard = { ...USE, inputTokens: 0, outputTokens: 0, audioMs: 750_000, requests: 27 };
  expect(useInWords({ ...heard, cost: '0.075' }, 'USD')).toBe(
    '12.5 minutes heard in 27 requests, 0.075 USD',
  );
});

it('says what is not known instead of leaving it out', () => {
  expect(useInWords({ ...USE, unreported: 2, cost: null }, 'USD')).toMatch(
    /, 2 not reported, cost not known$/,
  );
  expect(costInWords({ cost: '1.5', unpriced: 3 }, 'USD')).toBe('1.5 USD and 3 without a price');
});

it('says how much of the limits of today is used, and when one is reached', () => {
  const usage = {
    currency: 'USD',
    resetsAt: '2026-11-23T00:00:00.000Z',
    limits: { tokensPerDay: 10_000, costPerDay: null, ownerTokensPerDay: null },
    items: [
      { day: '2026-11-22', model: 'openai:small', ...USE, cost: '0.5' },
      { day: '2026-11-21', model: 'openai:small', ...USE, cost: '9' },
    ],
  };
  expect(limitsInWords(usage)).toBe('Today (UTC): 6,258 of 10,000 tokens.');
  const costly = { ...usage.limits, tokensPerDay: null, costPerDay: '0.5', ownerTokensPerDay: 7 };
  expect(limitsInWords({ ...usage, limits: costly })).toBe(
    'Today (UTC): 0.5 USD of 0.5, at most 7 tokens for each owner. A limit is reached: it goes on at 00:00 UTC.',
  );
  const none = { tokensPerDay: null, costPerDay: null, ownerTokensPerDay: null };
  expect(limitsInWords({ ...usage, limits: none })).toBeNull();
});
