/** Copies by selecting a text in a field: what a page can do that was not opened by https. */
function copyBySelection(document: Document, text: string): boolean {
  const field = document.createElement('textarea');
  const before = document.activeElement;
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  field.style.insetBlockStart = '0';
  field.style.opacity = '0';
  document.body.append(field);
  field.focus();
  field.select();
  try {
    // Browsers that know nothing of it say so by an error.
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}

/**
 * Puts a text into the clipboard. The clipboard of today belongs to pages that were opened by https;
 * many sites serve this one without, inside of their walls.
 *
 * @returns whether it is there now.
 */
export async function copyText(document: Document, text: string): Promise<boolean> {
  const clipboard = document.defaultView?.navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      // The person or the site forbids it: the old way may still be open.
    }
  }
  return copyBySelection(document, text);
}
