import { describe } from '@jest/globals';
import { itRefuses, itTakes } from '../testing/judged.ts';

describe('words that no list knows', () => {
  itTakes([
    ['we recieved it', 'we received it'],
    ['see you tommorow', 'see you tomorrow'],
    ['a seperate room', 'a separate room'],
    ['the goverment said', 'the government said'],
    ['I beleive so', 'I believe so'],
    ['it helps alot', 'it helps a lot'],
    ['send an e mail', 'send an email'],
    ['a hour', 'an hour'],
  ]);
  itRefuses([
    ['he has hypertension', 'he has hypotension'],
    ['the hyponatremya grew', 'the hypernatremia grew'],
    ['we met brian there', 'we met brain there'],
    ['I saw Brien there', 'I saw brain there'],
    ['ask lexa about it', 'ask lax about it'],
    ['an allergy to latex', 'an allergy to lactose'],
    ['we met a part time', 'we met apart time'],
    ['all ready', 'already'],
  ]);
});
