import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';

/** Presses a button that exports, and reads what the browser saves: cells by the names of their columns. */
export async function download(
  page: Page,
  button: Locator = page.getByTestId('export-csv').first(),
): Promise<Record<string, string>[]> {
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = await readFile(await saved.path(), 'utf8');
  const [header = [], ...rows] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => unquote(cell)));
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}

const unquote = (cell: string) => cell.replaceAll('""', '"');
