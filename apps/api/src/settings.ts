import { numberSetting, storeSettings } from '@license-monitor/db';
import { z } from 'zod';

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
  DASHBOARD_DIRECTORY: z
    .string()
    .optional()
    .describe('Directory with the built dashboard; the API serves it when set.'),
});

export type ApiSettings = Readonly<z.infer<typeof apiSettings>>;
