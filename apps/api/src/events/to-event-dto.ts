import { basename } from 'node:path';
import type { EventDto } from '@license-monitor/api-contract';
import type { EventRow } from '@license-monitor/db';

export function toEventDto({ text, path, byteOffset, ...row }: EventRow): EventDto {
  return {
    ...row,
    reason: text,
    // The directory stays on the server: a reader needs the file's name.
    source: path === null || byteOffset === null ? null : { file: basename(path), byteOffset },
  };
}
