/** A part of the page that the rail leads to. */
export interface Section {
  readonly name: 'conversations' | 'projects' | 'memories' | 'activity' | 'settings';
  readonly label: string;
  /** Path of the route that it opens. */
  readonly to: string;
}

/** All sections, in the order of the rail. */
export const SECTIONS: readonly Section[] = [
  { name: 'conversations', label: 'Conversations', to: '/' },
  { name: 'projects', label: 'Projects', to: '/projects' },
  { name: 'memories', label: 'Memories', to: '/memories' },
  { name: 'activity', label: 'Activity', to: '/processing' },
  { name: 'settings', label: 'Settings', to: '/settings/backups' },
];

/** Labels of the parts of the settings, by the last part of their paths. */
export const SETTINGS_PARTS = [
  { name: 'backups', label: 'Backups' },
  { name: 'exports', label: 'Exports' },
  { name: 'bin', label: 'Bin' },
  { name: 'retention', label: 'Retention' },
  { name: 'glossary', label: 'Glossary' },
  { name: 'voices', label: 'Voices' },
  { name: 'scoring', label: 'Weighing' },
  { name: 'engines', label: 'Engines' },
  { name: 'erasures', label: 'Erasures' },
] as const;

/**
 * The label of a page that links lead to.
 *
 * @param path - Path of a route, without the base of the page.
 * @returns `null` for pages of single things, such as a conversation.
 */
export function labelOfPath(path: string): string | null {
  const parts = SETTINGS_PARTS.map(({ name, label }) => ({ to: `/settings/${name}`, label }));
  return [...parts, ...SECTIONS].find(({ to }) => to === path)?.label ?? null;
}

/**
 * The section that a path belongs to.
 *
 * @param path - Path of a route, without the base of the page.
 * @returns The name of the section; `null` when it belongs to none.
 */
export function sectionOf(path: string): Section['name'] | null {
  const [first = ''] = path.slice(1).split('/');
  if (first === '' || first === 'conversations') return 'conversations';
  return SECTIONS.find(({ to }) => to.split('/')[1] === first)?.name ?? null;
}
