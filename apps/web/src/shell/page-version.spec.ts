import { versionIn } from './page-version.ts';

describe('the version of the page', () => {
  it.each([
    [
      '<script type="module" crossorigin src="/app/assets/index-DQ6.js"></script>',
      '/app/assets/index-DQ6.js',
    ],
    ['<SCRIPT src="/app/assets/index-2.js" type="module"></SCRIPT>', '/app/assets/index-2.js'],
    ['<script>1</script>\n<script type="module"\n src="/src/main.ts"></script>', '/src/main.ts'],
  ])('in %s is %s', (html, version) => {
    expect(versionIn(html)).toBe(version);
  });

  it.each(['', '<p>Bad gateway</p>', '<script src="/other.js"></script>', '{"code":"not_found"}'])(
    'is not in %s',
    (html) => {
      expect(versionIn(html)).toBeNull();
    },
  );
});
