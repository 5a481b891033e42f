import type { AstNode } from './build-output.ts'

/** A declaration's NatSpec, by tag. */
export interface NatSpec {
  notice: string
  dev: string
  /** Names that have a `@param`. */
  params: readonly string[]
  /** Number of `@return` tags. */
  returns: number
  /** What `@inheritdoc` names. */
  inheritdoc: string | undefined
}

/**
 * @param node A declaration.
 * @returns Its NatSpec, or undefined when it has none.
 */
export function natSpecOf(node: AstNode): NatSpec | undefined {
  const { documentation } = node
  const text =
    typeof documentation === 'string' ? documentation : documentation?.text
  if (text === undefined || text.trim() === '') return undefined
  const tags = tagsOf(text)
  const all = (name: string) =>
    tags.filter(([tag]) => tag === name).map(([, value]) => value)
  return {
    notice: all('notice').join(' '),
    dev: all('dev').join(' '),
    params: all('param').map((value) => value.split(/\s/)[0] ?? ''),
    returns: all('return').length,
    inheritdoc: all('inheritdoc')[0],
  }
}

/** Text before the first tag is a notice; lines without a tag continue the one above. */
function tagsOf(text: string): [tag: string, value: string][] {
  const tags: [string, string][] = [['notice', '']]
  for (const line of text.split('\n')) {
    const tagged = /^\s*\*?\s*@([\w:-]+)\s*(.*)$/.exec(line)
    if (tagged !== null) tags.push([tagged[1] ?? '', tagged[2] ?? ''])
    else {
      const last = tags.at(-1)
      if (last) last[1] = `${last[1]} ${line.trim()}`
    }
  }
  return tags
    .map(([tag, value]): [string, string] => [tag, value.trim()])
    .filter(([tag, value]) => tag !== 'notice' || value !== '')
}
