/** Writes a table in Markdown. */

/** A heading row, its line, and the rows; a cell's pipes and line ends are taken care of. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableRow(headings), tableRow(headings.map(() => '---')), ...rows.map(tableRow)].join('\n')
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}
