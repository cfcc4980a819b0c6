import type { Parser, Tokens } from 'marked';

/**
 * Turns the Markdown of the definitions into HTML: without its heading, which the screen has itself,
 * and with tables like those of the other screens, which become cards where it is narrow.
 */
export async function renderDefinitions(markdown: string): Promise<string> {
  // Only this screen needs it.
  const { Marked } = await import('marked');
  const marked = new Marked({
    renderer: {
      table({ header, rows }) {
        return writeTable(this.parser, header, rows);
      },
    },
  });
  return marked.parse(markdown.replace(/^# [^\n]*\n/, ''));
}

// Roles are written out: a table that is shown as blocks has none by itself. Labels are elements, as
// `data-label` would not get past the sanitizer.
function writeTable(
  parser: Parser,
  header: Tokens.TableCell[],
  rows: Tokens.TableCell[][],
): string {
  const write = ({ tokens }: Tokens.TableCell) => parser.parseInline(tokens);
  const names = header.map(write);
  const heads = names.map((name) => `<th role="columnheader" scope="col">${name}</th>`);
  const writeRow = ([first, ...others]: Tokens.TableCell[]) => {
    const head = first && `<th role="rowheader" scope="row">${write(first)}</th>`;
    const cells = others.map((cell, at) => {
      const label = `<span class="label" aria-hidden="true">${names[at + 1]} </span>`;
      return `<td role="cell" class="wide">${label}${write(cell)}</td>`;
    });
    return `<tr role="row">${head}${cells.join('')}</tr>`;
  };
  return `<table role="table" class="table cards"><thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>
<tbody role="rowgroup">${rows.map(writeRow).join('\n')}</tbody></table>`;
}
