/** Sets a table in plain text, for the terminal. */

/** A column: its heading, and on which side its cells stand. */
export interface TableColumn {
  readonly heading: string
  readonly align: 'left' | 'right'
}

/** The rows below their headings, columns two spaces apart, without spaces at the ends of lines. */
export function renderTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ heading }, index) => Math.max(heading.length, ...rows.map((row) => row[index]!.length)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) =>
        columns[index]!.align === 'left' ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!),
      )
      .join('  ')
      .trimEnd()
  return [line(columns.map(({ heading }) => heading)), ...rows.map(line)].join('\n')
}
