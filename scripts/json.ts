/** One JSON object on stdout; a bigint becomes a string, so that no reader loses digits. */
export function printJson(value: unknown): void {
  process.stdout.write(
    `${JSON.stringify(value, (_, item) =>
      typeof item === 'bigint' ? item.toString() : item,
    )}\n`,
  )
}
