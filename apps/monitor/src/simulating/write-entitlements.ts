import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Scenario } from '@license-monitor/log-synth';
import { stringify } from 'yaml';

/** Writes the pools of a simulated server as ENTITLEMENTS_FILE wants them (docs/capacity.md). */
export function writeEntitlements(file: string, { products }: Pick<Scenario, 'products'>): void {
  const entitlements = products.map(({ code, editor, model, pool }) => ({
    product: code,
    editor,
    model,
    seats: pool,
  }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stringify({ entitlements }));
}
