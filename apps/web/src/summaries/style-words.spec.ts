import { styleOf, TEMPLATES } from './style-words.ts';

describe('the style of summaries', () => {
  it('is nothing of its own without a template', () => {
    expect(styleOf({ template: '', prompt: 'Name the risks.' })).toBeNull();
  });

  it.each(TEMPLATES)('is the template $label, with instructions if there are any', ({ value }) => {
    expect(styleOf({ template: value, prompt: ' ' })).toEqual({ template: value, prompt: null });
    const prompted = styleOf({ template: value, prompt: ' Name the risks. ' });
    expect(prompted).toEqual({ template: value, prompt: 'Name the risks.' });
  });
});
