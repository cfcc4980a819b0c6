import { numberSetting, storeSettings } from '@license-monitor/db';
import { isIP } from 'node:net';
import { z } from 'zod';

const NAMED_NETWORKS: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

/** An address, or one with the number of bits that matter behind a slash. */
function isNetwork(text: string): boolean {
  if (NAMED_NETWORKS.includes(text)) return true;
  const [address = '', bits = '1', ...rest] = text.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most;
}

/**
 * The settings of the API: environment variables, or the same names in `.env`.
 * `docs/settings.md` is made from this schema.
 */
export const apiSettings = z.object({
  HOST: z
    .string()
    .min(1, 'is empty')
    .default('127.0.0.1')
    .describe('Address the API listens on. There is no sign-in yet: keep it on loopback.'),
  PORT: numberSetting(1, 65_535).default(3000).describe('TCP port the API listens on.'),
  ...storeSettings,
  QUERY_TIMEOUT: numberSetting(0.01, 3600)
    .default(10)
    .describe('How long the API lets the database look for one answer, in seconds.'),
  TRUSTED_PROXIES: z
    .string()
    .refine(
      (text) => text.split(',').every((part) => isNetwork(part.trim())),
      'holds what is no address and no network',
    )
    .default('loopback')
    .describe(
      'Addresses or networks of proxies, by commas, that are believed in X-Forwarded-For; live streams are limited by address.',
    ),
  DASHBOARD_DIRECTORY: z
    .string()
    .optional()
    .describe('Directory with the built dashboard; the API serves it when set.'),
});

export type ApiSettings = Readonly<z.infer<typeof apiSettings>>;
