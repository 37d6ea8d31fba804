import { findAgent } from '#agents';
import type { FactCorrection, FactDecision, FactType, FactValue } from '#contracts/model';
import type { FactRecord } from '#store';
import type { FieldError } from '../../http/field-errors.ts';

/** What is wrong with a decision about a fact; empty when nothing is. */
export function decisionErrors(fact: FactRecord, decision: FactDecision): readonly FieldError[] {
  if (decision.kind === 'sameAs' && decision.factId === fact.id) {
    return [{ path: 'factId', message: 'is the fact itself' }];
  }
  return decision.kind === 'corrected' ? correctionErrors(fact, decision.correction) : [];
}

/** Only the fields that are given are checked: the others stay as they were read. */
function correctionErrors(fact: FactRecord, correction: FactCorrection): readonly FieldError[] {
  const types = findAgent(fact.agent)?.factTypes ?? [];
  const name = correction.type ?? fact.type;
  const type = types.find((each) => each.name === name);
  if (type === undefined) {
    const known = types.map((each) => each.name).join(', ');
    return [{ path: 'correction.type', message: `must be one of ${known}` }];
  }
  return [...statusErrors(type, correction), ...valueErrors(type, correction)];
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
    default:
      return value?.kind === kind;
  }
}
