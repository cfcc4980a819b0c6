const OPEN_BOX = '<div class="scroll-box" tabindex="0" role="region" aria-label="Table"><table>';

/**
 * Turns the Markdown of the definitions into HTML: without its heading, which the screen has itself,
 * and with tables in boxes that scroll by themselves.
 */
export async function renderDefinitions(markdown: string): Promise<string> {
  // Only this screen needs it.
  const { marked } = await import('marked');
  const html = await marked.parse(markdown.replace(/^# [^\n]*\n/, ''));
  return html.replaceAll('<table>', OPEN_BOX).replaceAll('</table>', '</table></div>');
}
