const NEXT_TABLE = /<table>([\s\S]*?)<\/table>/g;
const HEADING = /<th[^>]*>([^<]*)<\/th>/g;

/**
 * Turns the Markdown of the definitions into HTML: without its heading, which the screen has itself,
 * and with tables in boxes that scroll by themselves.
 */
export async function renderDefinitions(markdown: string): Promise<string> {
  // Only this screen needs it.
  const { marked } = await import('marked');
  const html = await marked.parse(markdown.replace(/^# [^\n]*\n/, ''));
  return html.replace(NEXT_TABLE, toScrollBox);
}

/** The box is named after the columns: two boxes of one name could not be told apart by ear. */
function toScrollBox(table: string, inner: string): string {
  const columns = [...inner.matchAll(HEADING)].map(([, name]) => name?.trim()).filter(Boolean);
  const name = $localize`Table: ${columns.join(', ')}:columns:`;
  return `<div class="scroll-box" tabindex="0" role="region" aria-label="${name}">${table}</div>`;
}
