import type { AgentDefinition } from '#agents';
import type { AgentView } from '#contracts/api';

/** An agent as the API shows it. */
export function toAgent({
  name,
  label,
  description,
  factTypes,
  categories,
}: AgentDefinition): AgentView {
  return {
    ...{ name, label, description },
    factTypes: factTypes.map((type) => ({
      name: type.name,
      label: type.label,
      description: type.description,
      value: type.value,
      statuses: [...type.statuses],
    })),
    categories: [...categories],
  };
}
