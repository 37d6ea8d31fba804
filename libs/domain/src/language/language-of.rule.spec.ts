import { describe, expect, it } from '@jest/globals';
import { languageOf, tellLanguage } from './language-of.rule.ts';

describe('the language of a text', () => {
  it.each([
    ['en', 'We move the launch to May because the provider has not signed the contract yet.'],
    [
      'de',
      'Wir verschieben den Start auf Mai, weil der Anbieter den Vertrag noch nicht unterschrieben hat.',
    ],
    [
      'fr',
      "On reporte le lancement en mai, parce que le fournisseur n'a pas encore signé le contrat.",
    ],
    ['es', 'Movemos el lanzamiento a mayo porque el proveedor todavía no ha firmado el contrato.'],
    ['it', 'Spostiamo il lancio a maggio perché il fornitore non ha ancora firmato il contratto.'],
    ['pt', 'Adiamos o lançamento para maio porque o fornecedor ainda não assinou o contrato.'],
    [
      'nl',
      'We verplaatsen de lancering naar mei, omdat de leverancier het contract nog niet heeft getekend.',
    ],
  ] as const)('is %s: %s', (language, text) => {
    expect(languageOf([text])).toBe(language);
  });

  it.each([
    ['nothing', ''],
    ['numbers', '12 300 4.5'],
    [
      'another language',
      'Przenosimy premierę na maj, ponieważ dostawca nie podpisał jeszcze umowy.',
    ],
    ['another script', 'Мы переносим запуск на май, потому что поставщик ещё не подписал договор.'],
  ])('is not told of %s', (_what, text) => {
    expect(languageOf([text])).toBeNull();
  });

  it('is English for a few words in plain letters that tell nothing', () => {
    expect(languageOf(['Ada Lovelace'])).toBe('en');
  });

  it('is that of most of it', () => {
    const english = 'We said that this is what we do, and that it is for you.';
    expect(languageOf(['Wir gehen.', english, english])).toBe('en');
  });

  it('is told by the beginning of a long text, and texts say whether they are enough', () => {
    const english = 'We said that this is what we do, and that it is for you. '.repeat(300);
    const german = 'Wir haben gesagt, dass das so ist, und dass es für dich ist. '.repeat(600);
    expect(tellLanguage([english])).toBe(true);
    expect(languageOf([english, german])).toBe(languageOf([english]));
    expect(tellLanguage(['We said that this is what we do.', 'And that it is for you.'])).toBe(
      false,
    );
  });
});
