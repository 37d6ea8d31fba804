export const MILESTONE =
  '(?:el |la |los |las |nuestro |nuestra )?(?<what>(?:[\\p{L}-]+ ){0,3}?[\\p{L}-]+)';
