import { describe, expect, it } from '@jest/globals';
import { categoryOf } from './category.rule.ts';

describe('the category of a statement', () => {
  it.each([
    ['photographer', 'Photography'],
    ['photos by the photographers', 'Photography'],
    ['caterer', 'Catering'],
    ['delivered boxes', 'Delivery'],
    ['flight', 'Flights'],
    ['gardener', 'Gardening'],
  ])('is the one of the plan that is named by another form of the word: %s', (label, planned) => {
    expect(categoryOf(label, '', ['Music', planned])).toBe(planned);
  });

  it.each([
    ['partner', 'Party'],
    ['postage', 'Poster'],
    ['server', 'Service'],
  ])('is none of a word that only begins alike: %s', (label, planned) => {
    expect(categoryOf(label, '', [planned])).not.toBe(planned);
  });

  it('is found in the label before the words around it, and in the plan before the agent', () => {
    expect(categoryOf('flight', 'for the band', ['Band', 'Flights'])).toBe('Flights');
    expect(categoryOf('flight', 'for the band', ['Band'])).toBe('Band');
    expect(categoryOf('flight', 'for the team', ['Band'])).toBe('Travel');
  });
});
