/**
 * Replaces what a pattern finds by one rule and what stands between by another.
 *
 * @param pattern Has the flag `g`.
 */
export function replaceParts(
  text: string,
  pattern: RegExp,
  toMatch: (match: string) => string,
  toRest: (rest: string) => string,
): string {
  let result = '';
  let from = 0;
  for (const { 0: match, index } of text.matchAll(pattern)) {
    result += toRest(text.slice(from, index)) + toMatch(match);
    from = index + match.length;
  }
  return result + toRest(text.slice(from));
}
