import type { FactCorrection, FactDecision, FactType, FactValue } from '#contracts/model';
import type { FieldError } from '../../http/field-errors.ts';

/** The parts of a fact that a decision is checked against. */
interface DecidedFact {
  readonly id: string;
  readonly type: string;
}

/**
 * What is wrong with a decision about a fact; empty when nothing is.
 * @param types the fact types of its agent
 */
export function decisionErrors(
  fact: DecidedFact,
  decision: FactDecision,
  types: readonly FactType[],
): readonly FieldError[] {
  if (decision.kind === 'sameAs' && decision.factId === fact.id) {
    return [{ path: 'factId', message: 'is the fact itself' }];
  }
  return decision.kind === 'corrected' ? correctionErrors(fact, decision.correction, types) : [];
}

/** Only the fields that are given are checked: the others stay as they were read. */
function correctionErrors(
  fact: DecidedFact,
  correction: FactCorrection,
  types: readonly FactType[],
): readonly FieldError[] {
  const type = types.find(({ name }) => name === (correction.type ?? fact.type));
  if (type !== undefined)
    return [...statusErrors(type, correction), ...valueErrors(type, correction)];
  // An agent of a newer version may no longer have the type with which the fact was read.
  if (correction.type === undefined && correction.status === undefined) return [];
  const message = `must be one of ${types.map(({ name }) => name).join(', ')}`;
  return [{ path: 'correction.type', message }];
}

function statusErrors(type: FactType, { status }: FactCorrection): readonly FieldError[] {
  if (status === undefined || status === null || type.statuses.includes(status)) return [];
  const known = type.statuses.join(', ');
  const message = known === '' ? `is not for a ${type.name}` : `must be one of ${known}`;
  return [{ path: 'correction.status', message }];
}

function valueErrors(type: FactType, { value }: FactCorrection): readonly FieldError[] {
  if (value === undefined || isValueOf(type, value)) return [];
  return [{ path: 'correction.value', message: `is not a value of a ${type.name}` }];
}

function isValueOf({ value: kind }: FactType, value: FactValue | null): boolean {
  switch (kind) {
    case 'optional':
      return true;
    case 'none':
      return value === null;
    case 'any':
      return value !== null;
    case 'money':
    case 'percent':
    case 'quantity':
      return value?.kind === kind;
  }
}
