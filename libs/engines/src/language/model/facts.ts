import type { FactReader, FactType, SourceLine } from '#contracts/model';
import type { FactRequest } from '../language-engine.port.ts';
import { PROMPTS } from './prompts.ts';

/** The instructions for the facts of an agent: those for all facts, then its own. */
export function factInstructions(reader: FactReader): string {
  const types = reader.factTypes.map(typeLine).join('\n');
  return `${PROMPTS.facts.text}\n\nTypes:\n${types}\n\n${reader.instructions}`.trimEnd();
}

/**
 * The prompt data of a request. The names of the plan are part of it: people have entered them, so
 * they are data.
 */
export function factsData({ reader, passage, context }: FactRequest) {
  return {
    currency: context.currency,
    categories: [...new Set([...context.categories, ...reader.categories])],
    before: passage.before.map(lineData),
    lines: passage.lines.map((line, at) => ({ n: at + 1, ...lineData(line) })),
  };
}

function lineData({ speaker, date, text }: SourceLine) {
  return { speaker, date, text };
}

const VALUES: Readonly<Record<FactType['value'], string>> = {
  money: 'needs "amount" and "currency"',
  percent: 'needs "percent"',
  quantity: 'needs "quantity" and "unit"',
  any: 'needs one of "amount", "percent" and "quantity"',
  none: 'has no value',
  optional: 'may have one of "amount", "percent" and "quantity"',
};

function typeLine({ name, description, value, statuses }: FactType): string {
  const status = statuses.length === 0 ? '' : ` Status: ${statuses.join(', ')}.`;
  return `- ${name}: ${description} It ${VALUES[value]}.${status}`;
}
