// The tried rules as they would stand in a project's description.

/** @param {{types: Object, otherwise: string, scope: string}} rules */
export function asYaml(rules) {
  const types = Object.entries(rules.types).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    'deidentification:',
    `  otherwise: ${rules.otherwise}`,
    `  scope: ${rules.scope}`,
    ...(types.length ? ['  types:', ...types.map(([kind, operator]) => `    ${kind}: ${operator}`)] : []),
  ].join('\n');
}
