import { inventionsIn, plainWords } from './inventions.ts';

const SAID = ['Ada', 'we launch on May 4 and pay 12,000 euros'];

describe('inventionsIn', () => {
  it.each([
    ['The launch is on May 4th, and Ada pays 12000 euros.', []],
    ["Ada's launch: We pay on May 4. I’ll pay.", []],
    ['Ada and Tom launch in June.', ['Tom', 'June']],
    ['They pay 12,500 euros in 2022.', ['12,500', '2022']],
  ])('in “%s” are %j', (text, invented) => {
    expect(inventionsIn(text, SAID)).toEqual(invented);
  });
});

it('plainWords have neither case nor marks', () => {
  expect(plainWords("Don't pay Ada's 12,000 — never!")).toEqual([
    ...['dont', 'pay', 'ada', '12000', 'never'],
  ]);
});
