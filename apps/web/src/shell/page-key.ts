import type { RouteLocationNormalizedLoaded } from 'vue-router';

/**
 * Identifies what a page shows: a page is made anew when it changes. The tabs of a project are one
 * page.
 */
export function pageKeyOf(
  route: Pick<RouteLocationNormalizedLoaded, 'matched' | 'params'>,
): string {
  return `${route.matched[0]?.path ?? ''} ${String(route.params['id'] ?? '')}`;
}
