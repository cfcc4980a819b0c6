import { Pipe, type PipeTransform } from '@angular/core';

// Controls, format characters (bidi overrides, zero-width, tags), line separators, private use, lone
// surrogates, and the letters that are drawn as nothing.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u115F\u1160\u2800\u3164\uFFA0]/gu;

/**
 * Returns the text with every character that cannot be seen, or that changes the order of its
 * neighbours, written out as `‹U+202E›`. User and host names come from outside: what is on the
 * screen must be what is in the log.
 */
export function toVisibleText(text: string): string {
  return text.replace(unseen, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return `‹U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

/** Shows a name from a log safely; see {@link toVisibleText}. */
@Pipe({ name: 'lmVisibleText' })
export class VisibleText implements PipeTransform {
  transform(text: string): string {
    return toVisibleText(text);
  }
}
