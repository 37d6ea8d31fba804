/** The prefixes of ids, one for each kind. The rest of an id sorts by time of creation. */
export const ID_PREFIXES = {
  conversation: 'cnv',
  exchange: 'exc',
  turn: 'trn',
  clip: 'clp',
  segment: 'seg',
  task: 'tsk',
  summary: 'sum',
  summaryEdit: 'sed',
  memory: 'mem',
  version: 'ver',
  speakerChange: 'spk',
  voiceProfile: 'vpr',
  backup: 'bkp',
  snapshot: 'snp',
  project: 'prj',
  document: 'doc',
  fact: 'fct',
  report: 'rpt',
  export: 'exp',
  import: 'imp',
  bulkChange: 'blk',
  replacement: 'rpl',
  speakerRename: 'srn',
  retentionRule: 'rtn',
  erasure: 'era',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

/** The owner of data that is created without one. */
export const DEFAULT_OWNER_ID = 'local';

/** The owner of tasks that work on all data, such as backups. */
export const INSTALLATION_OWNER_ID = 'installation';
