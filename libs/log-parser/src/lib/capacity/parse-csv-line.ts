/**
 * Splits one line of comma-separated values. A field may stand in double quotes, in which two
 * quotes are one and a comma is text (RFC 4180); a quote inside an unquoted field is text. Blanks
 * are kept. The work grows with the length of the line alone.
 *
 * @returns undefined where a quoted field does not end on the line.
 *
 * @example
 * parseCsvLine('MD2,"C:\\a, b\\x.exe",5,') // ['MD2', 'C:\\a, b\\x.exe', '5', '']
 */
export function parseCsvLine(text: string): string[] | undefined {
  const fields: string[] = [];
  let from = 0;
  while (from <= text.length) {
    const quoteEnd = text[from] === '"' ? findQuoteEnd(text, from + 1) : from;
    if (quoteEnd < 0) return undefined;
    const comma = text.indexOf(',', quoteEnd);
    const end = comma < 0 ? text.length : comma;
    const inQuotes = text.slice(from + 1, quoteEnd).replaceAll('""', '"');
    fields.push(quoteEnd > from ? inQuotes + text.slice(quoteEnd + 1, end) : text.slice(from, end));
    from = end + 1;
  }
  return fields;
}

/** The first quote that is not one of two; -1 where there is none. */
function findQuoteEnd(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
