import { monotonicFactory } from 'ulid';
import { ID_PREFIXES, type IdKind } from '#contracts';

const nextUlid = monotonicFactory();

/** A new id of a kind, such as `cnv_01jd…`; ids of one process sort in the order of their making. */
export function newId(kind: IdKind): string {
  return `${ID_PREFIXES[kind]}_${nextUlid().toLowerCase()}`;
}
