import type { AstNode, BuiltSource } from '../generate/build-output.ts'
import { type NatSpec, natSpecOf } from '../generate/natspec.ts'
import type { Check } from './check.ts'

/** Types that do not say what their value means. */
const QUANTITY = /^(u?int|bytes|string)/
const EXTERNAL = new Set(['external', 'public'])

/**
 * The interface documents, the code points to it. Errors have a form of their
 * own, checked where their table is generated.
 */
export const natspec: Check = {
  name: 'natspec',
  remedy:
    'document it in the interface; in the contract write /// @inheritdoc INoun',
  run: async ({ build }) => {
    const { sources, contracts } = build
    const names = new Set(contracts.map((contract) => contract.name))
    return sources.flatMap((source) => missing(source, names))
  },
}

function missing(
  { path, ast }: BuiltSource,
  interfaces: ReadonlySet<string>,
): string[] {
  return (ast.nodes ?? [])
    .filter((node) => node.nodeType === 'ContractDefinition')
    .flatMap((contract) => [
      ...(hasText(natSpecOf(contract)) || interfaces.has(`I${contract.name}`)
        ? []
        : [`${path}: ${contract.name} has no @notice`]),
      ...(contract.nodes ?? [])
        .flatMap((node) => lacking(contract, node))
        .map((what) => `${path}: ${contract.name}.${what}`),
    ])
}

function lacking(contract: AstNode, node: AstNode): string[] {
  const name = node.name ?? ''
  const natSpec = natSpecOf(node)
  if (natSpec?.inheritdoc !== undefined) return []
  switch (node.nodeType) {
    case 'ErrorDefinition':
      return undocumented(node, natSpec)
    case 'EventDefinition':
      return noText(name, natSpec)
    case 'StructDefinition':
    case 'EnumDefinition':
      return contract.contractKind === 'interface' ? noText(name, natSpec) : []
    case 'FunctionDefinition':
      if (contract.contractKind === 'interface')
        return undocumented(node, natSpec)
      // Constructors and library functions explain themselves where they need to.
      return contract.contractKind === 'contract' &&
        node.kind === 'function' &&
        EXTERNAL.has(node.visibility ?? '')
        ? noText(name, natSpec)
        : []
    case 'VariableDeclaration':
      // A constant's name and value say it all.
      return node.visibility === 'public' && !node.constant
        ? noText(name, natSpec)
        : []
    default:
      return []
  }
}

function noText(name: string, natSpec: NatSpec | undefined): string[] {
  return hasText(natSpec) ? [] : [`${name} has no @notice`]
}

/**
 * Numbers and bytes need their unit and range told; an address or a type of our
 * own says by its name what it is. In a short text a name in backticks counts
 * as told, and one result is what the notice says.
 */
function undocumented(node: AstNode, natSpec: NatSpec | undefined): string[] {
  if (natSpec === undefined || !hasText(natSpec))
    return [`${node.name} has no @notice`]
  const prose = `${natSpec.notice} ${natSpec.dev}`
  const names = (node.parameters?.parameters ?? [])
    .filter(
      ({ typeDescriptions }) =>
        node.nodeType === 'ErrorDefinition' ||
        QUANTITY.test(typeDescriptions?.typeString ?? ''),
    )
    .map((parameter) => parameter.name ?? '')
    .filter(
      (name) =>
        name !== '' &&
        !natSpec.params.includes(name) &&
        !prose.includes(`\`${name}\``),
    )
    .map((name) => `${node.name} lacks @param ${name}`)
  const returned = node.returnParameters?.parameters.length ?? 0
  return returned > 1 && returned > natSpec.returns
    ? [...names, `${node.name} lacks @return`]
    : names
}

function hasText(natSpec: NatSpec | undefined): boolean {
  return natSpec !== undefined && (natSpec.notice !== '' || natSpec.dev !== '')
}
