/**
 * Whether a line without a stamp continues the record before it: blank, indented, or a line of a
 * Java stack trace. Any other line without a stamp is not understood. The rule looks at the line
 * alone, so cutting a file anywhere changes nothing.
 */
export function isContinuation(text: string): boolean {
  return text.trim() === '' || text[0] === ' ' || text[0] === '\t' || isStackTrace(text);
}

function isStackTrace(text: string): boolean {
  if (text.startsWith('Caused by: ') || text.startsWith('Exception in thread ')) return true;
  const name = text.slice(0, text.search(/[:\s]|$/));
  return /^(?:\w+\.)+[\w$]+$/.test(name) && /(?:Exception|Error)$/.test(name);
}
