import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for each test; all are gone in the end. */
export function useFolder(): { readonly path: (...parts: string[]) => string } {
  const roots: string[] = [];
  beforeEach(() => {
    roots.push(mkdtempSync(join(tmpdir(), 'license-monitor-test-')));
  });
  // Not after each test: hooks of the test itself still want to look into it then.
  afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));
  return { path: (...parts) => join(roots.at(-1) ?? '', ...parts) };
}
