import { Pipe, type PipeTransform } from '@angular/core';

const blankBeforeUnit = /(?<=\d) (?=(?:[%hds]|[kMGT]?B|min)(?!\p{L}))/gu;

/** Returns the text with numbers that no line end parts from their units: `99 %`, `2 h 05 min`. */
export function keepTogether(text: string): string {
  return text.replace(blankBeforeUnit, '\u00A0');
}

/** Keeps numbers of a sentence beside their units; see {@link keepTogether}. */
@Pipe({ name: 'lmKeepTogether' })
export class KeepTogether implements PipeTransform {
  transform(text: string): string {
    return keepTogether(text);
  }
}
