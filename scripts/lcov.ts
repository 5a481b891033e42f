/** How often each line ran, by file. */
export type LineHits = Map<string, Map<number, number>>

/**
 * Adds the figures of an lcov tracefile to those of others.
 *
 * @param hits Changed: a line that more than one names is summed up.
 * @param text The tracefile.
 */
export function addLcov(hits: LineHits, text: string): void {
  let lines = new Map<number, number>()
  for (const row of text.split('\n')) {
    const [, tag, rest = ''] = /^(SF|DA):(.*)$/.exec(row.trim()) ?? []
    if (tag === 'SF') {
      lines = hits.get(rest) ?? new Map()
      hits.set(rest, lines)
    } else if (tag === 'DA') {
      const [line = 0, count = 0] = rest.split(',').map(Number)
      lines.set(line, (lines.get(line) ?? 0) + count)
    }
  }
}

/** @returns The tracefile of the figures, files and lines in order. */
export function toLcov(hits: LineHits): string {
  const sections = sorted(hits).map(([file, lines]) =>
    [
      `SF:${file}`,
      ...[...lines]
        .sort(([one], [other]) => one - other)
        .map(([line, count]) => `DA:${line},${count}`),
      `LH:${hitIn(lines)}`,
      `LF:${lines.size}`,
      'end_of_record\n',
    ].join('\n'),
  )
  return `TN:\n${sections.join('')}`
}

/** @returns A line a file, worst coverage first, and their sum at the end. */
export function toTable(hits: LineHits): string {
  const rows = sorted(hits).map(([file, lines]) => ({
    file,
    hit: hitIn(lines),
    found: lines.size,
  }))
  const total = {
    file: 'all',
    hit: rows.reduce((sum, { hit }) => sum + hit, 0),
    found: rows.reduce((sum, { found }) => sum + found, 0),
  }
  rows.sort((one, other) => shareOf(one) - shareOf(other))
  return ['  lines  hit/found  file', ...[...rows, total].map(rowText)].join(
    '\n',
  )
}

interface Row {
  readonly file: string
  readonly hit: number
  readonly found: number
}

function rowText(row: Row): string {
  const share = `${(100 * shareOf(row)).toFixed(1)} %`
  const counts = `${row.hit}/${row.found}`
  return `${share.padStart(7)}  ${counts.padStart(9)}  ${row.file}`
}

function shareOf({ found, hit }: Row): number {
  return found === 0 ? 1 : hit / found
}

function hitIn(lines: ReadonlyMap<number, number>): number {
  return [...lines.values()].filter((count) => count > 0).length
}

function sorted(hits: LineHits): [string, Map<number, number>][] {
  return [...hits].sort(([one], [other]) => (one < other ? -1 : 1))
}
