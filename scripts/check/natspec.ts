import type { AstNode, BuiltSource } from '../generate/build-output.ts'
import { type NatSpec, natSpecOf } from '../generate/natspec.ts'
import type { Check } from './check.ts'

const EXTERNAL = new Set(['external', 'public'])

/**
 * The interface documents, the code points to it. Errors have a form of their
 * own, checked where their table is generated.
 */
export const natspec: Check = {
  name: 'natspec',
  remedy:
    'document it in the interface; in the contract write /// @inheritdoc INoun',
  run: async ({ build }) => build().sources.flatMap(missing),
}

function missing({ path, ast }: BuiltSource): string[] {
  return (ast.nodes ?? [])
    .filter((node) => node.nodeType === 'ContractDefinition')
    .flatMap((contract) => [
      ...(hasText(natSpecOf(contract))
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
  switch (node.nodeType) {
    case 'EventDefinition':
    case 'ErrorDefinition':
      return [...noText(name, natSpec), ...undocumented(node, natSpec)]
    case 'StructDefinition':
    case 'EnumDefinition':
      return noText(name, natSpec)
    case 'FunctionDefinition':
      if (natSpec?.inheritdoc !== undefined) return []
      if (contract.contractKind === 'interface')
        return [...noText(name, natSpec), ...undocumented(node, natSpec)]
      // Constructors and library functions explain themselves where they need to.
      return contract.contractKind === 'contract' &&
        node.kind === 'function' &&
        EXTERNAL.has(node.visibility ?? '')
        ? noText(name, natSpec)
        : []
    case 'VariableDeclaration':
      return node.visibility === 'public' && natSpec?.inheritdoc === undefined
        ? noText(name, natSpec)
        : []
    default:
      return []
  }
}

function noText(name: string, natSpec: NatSpec | undefined): string[] {
  return hasText(natSpec) ? [] : [`${name} has no @notice`]
}

function undocumented(node: AstNode, natSpec: NatSpec | undefined): string[] {
  const names = (node.parameters?.parameters ?? [])
    .map((parameter) => parameter.name ?? '')
    .filter((name) => name !== '' && !natSpec?.params.includes(name))
    .map((name) => `${node.name} lacks @param ${name}`)
  const returned = node.returnParameters?.parameters.length ?? 0
  return returned > (natSpec?.returns ?? 0)
    ? [...names, `${node.name} lacks @return`]
    : names
}

function hasText(natSpec: NatSpec | undefined): boolean {
  return natSpec !== undefined && (natSpec.notice !== '' || natSpec.dev !== '')
}
